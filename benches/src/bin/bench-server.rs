//! The server that the cases call: it prints its port, and answers until it is ended.

use callslip_benches::inputs::Inputs;
use callslip_benches::server;

fn main() -> std::io::Result<()> {
    let inputs = Inputs::read()?;
    server::serve(inputs.served())
}
