//! `callslip mock`: a provider with made-up calls, served until Ctrl-C.

use std::time::Duration;

use crate::arguments::Mock as Arguments;
use crate::failure::Failure;

pub async fn run(arguments: Arguments) -> Result<(), Failure> {
    let mut running = Vec::new();
    for (index, provider) in arguments.provider.iter().copied().enumerate() {
        let port = port(arguments.port, index)?;
        let mut mock = callslip_mock::Mock::builder(provider)
            .port(port)
            .calls(arguments.calls)
            .seed(arguments.seed)
            .fault_percent(arguments.faults)
            .latency(Duration::from_millis(arguments.latency))
            .on_answer(move |answered| eprintln!("{provider}: {answered}"));
        if let Some((requests, stretch)) = arguments.rate_limit {
            mock = mock.rate_limit(requests, stretch);
        }
        let mock = mock.start().await.map_err(Failure::call)?;
        println!("{}: {}", provider, mock.base_url());
        running.push(mock);
    }
    println!("Any credential but `wrong` is taken. Stop with Ctrl-C.");
    tokio::signal::ctrl_c().await.map_err(Failure::call)?;
    for mock in running {
        mock.shutdown().await;
    }
    Ok(())
}

/// 0 stays 0 (any free port); otherwise one port after the other.
fn port(first: u16, index: usize) -> Result<u16, Failure> {
    if first == 0 {
        return Ok(0);
    }
    u16::try_from(index)
        .ok()
        .and_then(|index| first.checked_add(index))
        .ok_or_else(|| Failure::Usage(format!("there are not enough ports after {first}")))
}
