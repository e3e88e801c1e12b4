//! Between laptops and server: each message may be lost on its way there or back, arrive twice, or arrive long after
//! its sender gave up; and the server may end right after it committed.

use crate::laptop::act_on;
use crate::office::Office;
use crate::world::{Common, lock};
use protocol::{Enrol, Enrolled, Hello, Pull, Pushed};
use std::collections::VecDeque;
use std::sync::{Arc, Mutex, Weak};
use store::Store;
use sync::{News, Page, Pages, Problem, RawPush, Transport};

/// How often a message comes to harm, in a hundred.
const HARM_PERCENT: usize = 35;

/// The most pages of one answer.
const MOST_PAGES: usize = 3;

/// One laptop's way to the server.
#[derive(Clone)]
pub struct Network {
    pub laptop: usize,
    pub office: Arc<Office>,
    pub common: Arc<Mutex<Common>>,
}

/// What happens to a message.
#[derive(Clone, Copy, PartialEq)]
enum Fate {
    Arrives,
    /// It never arrives.
    Lost,
    /// It arrives when nobody waits for it any more.
    Late,
    /// It arrives twice, and is answered once.
    Twice,
    /// It is done, and the answer is lost.
    AnswerLost,
    /// It is done, the server ends, and the answer is lost.
    ServerEnds,
    /// It arrives, and meanwhile the person at the laptop goes on typing.
    Typing,
}

impl Network {
    fn fate(&self) -> Fate {
        if self.office.is_good() {
            return Fate::Arrives;
        }
        let mut common = lock(&self.common);
        if !common.random.chance(HARM_PERCENT) {
            return Fate::Arrives;
        }
        let fates = [Fate::Lost, Fate::Late, Fate::Twice, Fate::AnswerLost, Fate::ServerEnds, Fate::Typing];
        *common.random.pick(&fates)
    }

    fn deliver<A>(
        &self,
        send: impl Fn() -> Result<A, Problem>,
        later: impl FnOnce(),
        typing: impl FnOnce(),
    ) -> Result<A, Problem> {
        match self.fate() {
            Fate::Arrives => send(),
            Fate::Lost => Err(Problem::Unreachable),
            Fate::Late => {
                later();
                Err(Problem::Unreachable)
            }
            Fate::Twice => {
                let _ = send();
                send()
            }
            Fate::AnswerLost => {
                let _ = send();
                Err(Problem::Unreachable)
            }
            Fate::ServerEnds => {
                let _ = send();
                self.office.restart();
                Err(Problem::Unavailable)
            }
            Fate::Typing => {
                let answer = send();
                typing();
                answer
            }
        }
    }

    /// An answer of several pages; where the network is bad it may break off after any of them.
    fn pages(&self, pull: &Pull) -> Result<Answer, Problem> {
        let mut pages = VecDeque::from([Ok(self.office.pull(self.laptop, pull, None)?)]);
        let mut request = pull.clone();
        while let Some(Ok(last)) = pages.back()
            && last.more
            && pages.len() < MOST_PAGES
        {
            request.cursor = last.cursor.clone();
            let left = Some(last.remaining);
            pages.push_back(self.office.pull(self.laptop, &request, left));
        }
        if !self.office.is_good() && lock(&self.common).random.chance(25) {
            pages.truncate(lock(&self.common).random.below(pages.len()));
            pages.push_back(Err(Problem::Unreachable));
        }
        let told = pages.iter().flatten().flat_map(|page| &page.evict).map(|key| (self.laptop, key.clone()));
        lock(&self.common).told_to_erase.extend(told);
        Ok(Answer(pages))
    }
}

/// The way of one laptop, and who types on it meanwhile.
pub struct Way {
    pub network: Network,
    pub store: Weak<Store>,
}

/// The pages of an answer, and where it breaks off.
pub struct Answer(VecDeque<Result<Page, Problem>>);

impl Pages for Answer {
    async fn next(&mut self) -> Result<Option<Page>, Problem> {
        self.0.pop_front().transpose()
    }
}

/// A database is not waited for among asynchronous tasks.
fn off_thread<A: Send>(work: impl FnOnce() -> A + Send) -> A {
    let done = std::thread::scope(|scope| scope.spawn(work).join());
    done.unwrap_or_else(|panic| std::panic::resume_unwind(panic))
}

impl Transport for Way {
    type Pages = Answer;

    async fn hello(&self) -> Result<Hello, Problem> {
        Err(Problem::Unreachable)
    }

    async fn enrol(&self, _: &Enrol) -> Result<Enrolled, Problem> {
        Err(Problem::WrongCode)
    }

    async fn push(&self, push: &RawPush) -> Result<Pushed, Problem> {
        let Network { laptop, office, .. } = &self.network;
        let bytes = serde_json::to_vec(push).expect("a message");
        let send = || office.push(office.device(*laptop), &bytes);
        off_thread(|| self.network.deliver(send, || office.send_late(*laptop, bytes.clone()), || self.type_on()))
    }

    async fn pull(&self, pull: &Pull) -> Result<Answer, Problem> {
        let Network { office, common, .. } = &self.network;
        // A small page, so that many a run is cut in the middle.
        let limit = if office.is_good() { pull.limit } else { 1 + lock(common).random.below(4) };
        let pull = Pull { limit, ..pull.clone() };
        off_thread(|| self.network.deliver(|| self.network.pages(&pull), || (), || self.type_on()))
    }

    async fn listen(&self, _: impl Fn(News) + Send + Sync) -> Problem {
        Problem::Unreachable
    }

    fn way(&self) -> Option<std::net::IpAddr> {
        None
    }
}

impl Way {
    fn type_on(&self) {
        if let Some(store) = self.store.upgrade() {
            act_on(&self.network, &store);
        }
    }
}
