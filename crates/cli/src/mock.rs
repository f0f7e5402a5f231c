//! `callslip mock`: a provider with made-up calls, served until Ctrl-C.

use std::io;
use std::time::Duration;

use callslip_mock::{MockBuilder, MockError};

use crate::arguments::{Mock as Arguments, Trouble};
use crate::exit::Exit;
use crate::failure::{Failure, Report};
use crate::messages;

pub async fn run(arguments: Arguments) -> Result<(), Failure> {
    let mut running = Vec::new();
    for (index, provider) in arguments.provider.iter().copied().enumerate() {
        let port = port(arguments.port, index)?;
        let mut mock = callslip_mock::Mock::builder(provider)
            .port(port)
            .calls(arguments.calls)
            .without_example()
            .seed(arguments.seed)
            .fault_percent(arguments.faults)
            .latency(Duration::from_millis(arguments.latency))
            .events_every(Duration::from_secs(arguments.events_every.into()))
            .on_answer(move |answered| messages::tell(format_args!("{provider}: {answered}")));
        if let Some((requests, stretch)) = arguments.rate_limit {
            mock = mock.rate_limit(requests, stretch);
        }
        if let Some(events) = arguments.most_events {
            mock = mock.most_events(events);
        }
        mock = troubled(mock, &arguments.trouble);
        let mock = mock.start().await.map_err(unstarted)?;
        messages::announce(format_args!("{}: {}", provider, mock.base_url()))?;
        running.push(mock);
    }
    messages::announce("Any credential but `wrong` is taken. Stop with Ctrl-C.")?;
    tokio::signal::ctrl_c().await.map_err(Failure::call)?;
    for mock in running {
        mock.shutdown().await;
    }
    Ok(())
}

/// Why it is not served: by what the system says, where that is the cause.
fn unstarted(error: MockError) -> Failure {
    let MockError::Listen { source, .. } = &error else {
        return Failure::call(error);
    };
    let (why, remedy) = match source.kind() {
        io::ErrorKind::AddrInUse => (
            "the port is in use".to_owned(),
            "take another --port, or 0 for any that is free",
        ),
        io::ErrorKind::PermissionDenied => (
            "this port is not for every user".to_owned(),
            "take a --port above 1023, or 0 for any that is free",
        ),
        _ => (source.to_string(), "take another --port"),
    };
    let report = Report::new(Exit::Configuration, format!("{error}: {why}"));
    report.remedy(remedy).into()
}

fn troubled(mut mock: MockBuilder, trouble: &Trouble) -> MockBuilder {
    mock = mock
        .growing_by(trouble.growing_by)
        .twice_every(trouble.twice_every)
        .bad_every(trouble.bad_every)
        .equal_times(trouble.equal_times)
        .total_off_by(trouble.total_off_by)
        .recordings_after(Duration::from_secs(trouble.recordings_after));
    if let Some((calls, by)) = trouble.late_every {
        mock = mock.late_every(calls.into(), by);
    }
    if let Some((calls, after)) = trouble.changed_every {
        mock = mock.changed_every(calls.into(), after);
    }
    if let Some((calls, after)) = trouble.deleted_every {
        mock = mock.deleted_every(calls.into(), after);
    }
    if trouble.zones {
        mock = mock.zones();
    }
    if let Some(most) = trouble.most_listed {
        mock = mock.most_listed(most);
    }
    if trouble.filters_ignored {
        mock = mock.filters_ignored();
    }
    if let Some(seconds) = trouble.links_expire_after {
        mock = mock.links_expire_after(Duration::from_secs(seconds));
    }
    if let Some((after, refused)) = trouble.storms {
        mock = mock.storms(after, refused);
    }
    mock
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
