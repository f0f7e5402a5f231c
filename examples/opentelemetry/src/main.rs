//! What a Callslip client does, as OpenTelemetry metrics: `cargo run -p callslip-opentelemetry-example`.
//!
//! With `DIGA_API_KEY` in the environment it lists the newest hundred calls and prints how long that took, how many requests it were,
//! how many were sent again, and what was mended. An exporter of your own (OTLP, Prometheus) takes the place of the one that prints.

mod metrics;

use std::error::Error;

use callslip_diga::Client;
use opentelemetry::metrics::MeterProvider;
use opentelemetry_sdk::metrics::SdkMeterProvider;
use tracing_subscriber::layer::SubscriberExt;
use tracing_subscriber::util::SubscriberInitExt;

use metrics::Metrics;

async fn newest(client: &Client, most: usize) -> Result<usize, Box<dyn Error>> {
    let mut calls = client.list_calls().stream();
    let mut came = 0;
    while came < most && calls.try_next().await?.is_some() {
        came += 1;
    }
    Ok(came)
}

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Box<dyn Error>> {
    let exporter = opentelemetry_stdout::MetricExporter::default();
    let provider = SdkMeterProvider::builder()
        .with_periodic_exporter(exporter)
        .build();
    tracing_subscriber::registry()
        .with(Metrics::new(&provider.meter("callslip")))
        .init();
    let came = newest(&Client::from_env()?, 100).await;
    // What was measured is told however it ended.
    provider.shutdown()?;
    println!("{} calls", came?);
    Ok(())
}

#[cfg(test)]
mod tests {
    use std::sync::atomic::{AtomicUsize, Ordering};
    use std::time::Duration;

    use callslip_diga::RetryPolicy;
    use opentelemetry_sdk::metrics::InMemoryMetricExporter;
    use opentelemetry_sdk::metrics::data::{AggregatedMetrics, MetricData};

    use super::*;

    /// The sum of a metric over the points that have this attribute: of a counter what was counted, of a histogram how often.
    fn sum(exporter: &InMemoryMetricExporter, name: &str, (key, value): (&str, &str)) -> u64 {
        let of = |attribute: &opentelemetry::KeyValue| {
            attribute.key.as_str() == key && attribute.value.as_str() == value
        };
        let exported = exporter.get_finished_metrics().expect("what was exported");
        let metrics = exported
            .iter()
            .flat_map(|exported| exported.scope_metrics())
            .flat_map(|scope| scope.metrics())
            .filter(|metric| metric.name() == name);
        metrics
            .map(|metric| match metric.data() {
                AggregatedMetrics::U64(MetricData::Sum(sum)) => sum
                    .data_points()
                    .filter(|point| point.attributes().any(of))
                    .map(|point| point.value())
                    .sum::<u64>(),
                AggregatedMetrics::F64(MetricData::Histogram(histogram)) => histogram
                    .data_points()
                    .filter(|point| point.attributes().any(of))
                    .map(|point| point.count())
                    .sum::<u64>(),
                other => panic!("{other:?}"),
            })
            .sum()
    }

    #[tokio::test]
    async fn calls_requests_repetitions_and_repairs_are_counted() -> Result<(), Box<dyn Error>> {
        let exporter = InMemoryMetricExporter::default();
        let provider = SdkMeterProvider::builder()
            .with_periodic_exporter(exporter.clone())
            .build();
        let metrics = Metrics::new(&provider.meter("callslip"));
        let _guard = tracing_subscriber::registry().with(metrics).set_default();

        // The first answer is a fault that passes, the second one has a duration that is no number.
        let page = include_str!("../../../specs/diga/examples/list_calls.json");
        let page = page.replace("\"has_more\": true", "\"has_more\": false");
        let page = page.replace("\"total_pages\": 15", "\"total_pages\": 1");
        let page = page.replace("\"duration\": 123", "\"duration\": \"long\"");
        let asked = AtomicUsize::new(0);
        let client = Client::builder()
            .api_key("key")
            .retry(RetryPolicy::default().base_delay(Duration::from_millis(1)))
            .answered_by(move |_| match asked.fetch_add(1, Ordering::Relaxed) {
                0 => (503, String::new()),
                1 => (200, page.clone()),
                _ => (404, String::new()),
            })
            .build()?;
        assert_eq!(newest(&client, 10).await?, 1);
        let id = "3c90c3cc-0d44-4b50-8888-8dd25736052a".parse()?;
        assert!(client.get_call(id).await.is_err());
        provider.force_flush()?;

        let diga = ("callslip.provider", "diga");
        let listed = ("callslip.operation", "list_calls");
        assert_eq!(sum(&exporter, "callslip.call.duration", diga), 2);
        assert_eq!(sum(&exporter, "callslip.call.duration", listed), 1);
        assert_eq!(
            sum(
                &exporter,
                "callslip.call.duration",
                ("http.response.status_code", "404")
            ),
            1
        );
        assert_eq!(sum(&exporter, "callslip.requests", diga), 3);
        assert_eq!(sum(&exporter, "callslip.requests", listed), 2);
        assert_eq!(sum(&exporter, "callslip.retries", listed), 1);
        assert_eq!(sum(&exporter, "callslip.repairs", listed), 1);
        assert_eq!(
            sum(
                &exporter,
                "callslip.repairs",
                ("callslip.repair.kind", "WrongType")
            ),
            1
        );
        Ok(())
    }
}
