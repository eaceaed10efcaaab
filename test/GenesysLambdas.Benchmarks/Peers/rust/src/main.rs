// What customer-profile does, as a loop written by hand with ureq and rustls: no retries, no deadline, no log.
use ring::{digest, hmac};
use serde::{Deserialize, Serialize};
use std::{env, io::Read, net::ToSocketAddrs, thread, time::SystemTime};

#[derive(Deserialize)]
struct Event {
    inputs: Inputs,
}

#[derive(Deserialize)]
struct Inputs {
    customer_id: String,
    #[serde(default = "default_locale")]
    locale: String,
}

#[derive(Deserialize)]
struct Account {
    data: Profile,
    status: String,
}

#[derive(Deserialize)]
struct Profile {
    name: String,
    tier: String,
    balance: serde_json::Number,
}

#[derive(Deserialize)]
struct SecretValue {
    #[serde(rename = "SecretString")]
    secret_string: String,
}

#[derive(Serialize)]
struct Answer {
    result: Outputs,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Outputs {
    #[serde(rename = "customer_name")]
    customer_name: String,
    #[serde(rename = "customer_tier")]
    customer_tier: String,
    #[serde(rename = "customer_balance")]
    customer_balance: serde_json::Number,
    #[serde(rename = "account_status")]
    account_status: String,
    message: &'static str,
    success: bool,
    status_code: u16,
    error_code: &'static str,
    error_message: &'static str,
}

fn main() {
    let agent = ureq::AgentBuilder::new()
        .resolver(|server: &str| server.replace("localhost", "127.0.0.1").to_socket_addrs().map(Iterator::collect))
        .build();
    let runtime = format!("http://{}/2018-06-01/runtime/invocation/", setting("AWS_LAMBDA_RUNTIME_API"));
    let api = by_name(setting("CUSTOMER_API_BASE_URL"));
    let mut fetching = Some({
        let agent = agent.clone();
        thread::spawn(move || format!("Bearer {}", fetch_secret(&agent)))
    });
    let mut authorization = String::new();
    loop {
        let next = agent.get(&format!("{runtime}next")).call().unwrap();
        let id = next.header("Lambda-Runtime-Aws-Request-Id").unwrap().to_string();
        let inputs = serde_json::from_slice::<Event>(&body(next)).unwrap().inputs;

        if let Some(fetching) = fetching.take() {
            authorization = fetching.join().unwrap();
        }
        let reply = agent
            .get(&format!("{api}/v1/user-info"))
            .query("id", &inputs.customer_id)
            .query("locale", &inputs.locale)
            .set("Authorization", &authorization)
            .call()
            .unwrap();
        let account: Account = serde_json::from_slice(&body(reply)).unwrap();

        let answer = Answer {
            result: Outputs {
                customer_name: account.data.name,
                customer_tier: account.data.tier,
                customer_balance: account.data.balance,
                account_status: account.status,
                message: "",
                success: true,
                status_code: 200,
                error_code: "",
                error_message: "",
            },
        };
        body(agent.post(&format!("{runtime}{id}/response")).send_bytes(&serde_json::to_vec(&answer).unwrap()).unwrap());
    }
}

fn fetch_secret(agent: &ureq::Agent) -> String {
    const SIGNED: &str = "content-type;host;x-amz-date;x-amz-security-token;x-amz-target";
    const TYPE: &str = "application/x-amz-json-1.1";
    const TARGET: &str = "secretsmanager.GetSecretValue";
    let endpoint = by_name(setting("AWS_ENDPOINT_URL_SECRETS_MANAGER"));
    let host = endpoint.split("://").nth(1).unwrap().trim_end_matches('/');
    let payload = format!(r#"{{"SecretId":"{}"}}"#, setting("CUSTOMER_API_SECRET_ID"));
    let (now, token) = (timestamp(), setting("AWS_SESSION_TOKEN"));
    let scope = format!("{}/{}/secretsmanager/aws4_request", &now[..8], setting("AWS_REGION"));
    let canonical = format!(
        "POST\n/\n\ncontent-type:{TYPE}\nhost:{host}\nx-amz-date:{now}\nx-amz-security-token:{token}\nx-amz-target:{TARGET}\n\n{SIGNED}\n{}",
        hash(payload.as_bytes())
    );
    let secret = format!("AWS4{}", setting("AWS_SECRET_ACCESS_KEY")).into_bytes();
    let key = scope.split('/').fold(secret, |key, part| sign(&key, part));
    let signature = hex(&sign(&key, &format!("AWS4-HMAC-SHA256\n{now}\n{scope}\n{}", hash(canonical.as_bytes()))));
    let credential = format!("{}/{scope}", setting("AWS_ACCESS_KEY_ID"));

    let response = agent
        .post(&endpoint)
        .set("Content-Type", TYPE)
        .set("X-Amz-Date", &now)
        .set("X-Amz-Security-Token", &token)
        .set("X-Amz-Target", TARGET)
        .set("Authorization", &format!("AWS4-HMAC-SHA256 Credential={credential}, SignedHeaders={SIGNED}, Signature={signature}"))
        .send_bytes(payload.as_bytes())
        .unwrap();
    serde_json::from_slice::<SecretValue>(&body(response)).unwrap().secret_string
}

fn body(response: ureq::Response) -> Vec<u8> {
    let mut body = Vec::new();
    response.into_reader().read_to_end(&mut body).unwrap();
    body
}

// As 20261130T235959Z. The days since 1970 become a date by counting in 400-year cycles from 1 March of the year 0.
fn timestamp() -> String {
    let seconds = SystemTime::now().duration_since(SystemTime::UNIX_EPOCH).unwrap().as_secs();
    let days = seconds / 86_400 + 719_468;
    let (cycle, day) = (days / 146_097, days % 146_097);
    let year = (day - day / 1_460 + day / 36_524 - day / 146_096) / 365;
    let day = day - (365 * year + year / 4 - year / 100);
    let month = (5 * day + 2) / 153;
    let date = (cycle * 400 + year + month / 10, (month + 2) % 12 + 1, day - (153 * month + 2) / 5 + 1);
    let time = seconds % 86_400;
    format!("{:04}{:02}{:02}T{:02}{:02}{:02}Z", date.0, date.1, date.2, time / 3_600, time / 60 % 60, time % 60)
}

fn hash(data: &[u8]) -> String {
    hex(digest::digest(&digest::SHA256, data).as_ref())
}

fn sign(key: &[u8], text: &str) -> Vec<u8> {
    hmac::sign(&hmac::Key::new(hmac::HMAC_SHA256, key), text.as_bytes()).as_ref().to_vec()
}

fn hex(data: &[u8]) -> String {
    data.iter().map(|byte| format!("{byte:02x}")).collect()
}

// rustls 0.20 checks certificates of names only, not of addresses.
fn by_name(url: String) -> String {
    url.replace("https://127.0.0.1", "https://localhost")
}

fn setting(name: &str) -> String {
    env::var(name).unwrap_or_else(|_| panic!("{name} is not set."))
}

fn default_locale() -> String {
    "en-US".to_string()
}
