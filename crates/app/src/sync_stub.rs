use std::sync::Arc;
#[derive(Clone, Default)]
pub struct Status {
    pub online: bool,
    pub sending: Option<(u32, u32)>,
    pub last_contact_at: Option<chrono::DateTime<chrono::Utc>>,
    pub problem: Option<Problem>,
    pub remaining: u32,
    pub records_changed: bool,
}
#[derive(Clone, Copy)]
pub enum Problem {
    X,
}
impl From<Problem> for crate::Error {
    fn from(_: Problem) -> Self {
        crate::Error::internal()
    }
}
pub struct Handle;
impl Handle {
    pub fn wake(&self) {}
    pub fn stop(&self) {}
    pub async fn first_contact(&self) {}
}
pub struct Engine;
impl Engine {
    pub fn over_http(_: Arc<store::Store>, _: &str, _: &str) -> Result<Engine, Problem> {
        Ok(Engine)
    }
}
pub fn spawn(_: &tokio::runtime::Handle, _: Engine, _: impl Fn(&Status) + Send + Sync + 'static) -> Handle {
    Handle
}
pub struct Hello {
    pub municipality: String,
}
pub async fn hello(_: &str) -> Result<Hello, Problem> {
    Err(Problem::X)
}
pub struct Enrolled {
    pub token: String,
    pub device: domain::DeviceId,
    pub actor: domain::Actor,
    pub user_name: String,
}
pub async fn enrol(_: &str, _: &str, _: &str) -> Result<Enrolled, Problem> {
    Err(Problem::X)
}
