//! A network of our own: a TCP proxy that can be cut after so many bytes in either direction, led elsewhere, or
//! closed; and a stranger that answers where our server should.

use std::io::{Read, Write};
use std::net::{Shutdown, SocketAddr, TcpListener, TcpStream};
use std::sync::atomic::{AtomicBool, AtomicU64, AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

/// Which way the bytes go.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Direction {
    /// From the laptop to the server.
    Up,
    /// From the server to the laptop.
    Down,
}

/// A proxy. Dropping it closes every connection.
pub struct Wire {
    address: SocketAddr,
    shared: Arc<Shared>,
}

struct Shared {
    target: Mutex<SocketAddr>,
    /// Bytes that still pass before the cut.
    cut: Mutex<Option<(Direction, usize)>>,
    open: Mutex<Vec<TcpStream>>,
    cuts: AtomicUsize,
    up: AtomicU64,
    down: AtomicU64,
    requests: AtomicUsize,
    ended: AtomicBool,
}

impl Wire {
    /// A wire to a server.
    pub fn to(target: SocketAddr) -> Self {
        let listener = TcpListener::bind(("127.0.0.1", 0)).expect("a free port");
        let address = listener.local_addr().expect("an address");
        let shared = Arc::new(Shared {
            target: Mutex::new(target),
            cut: Mutex::default(),
            open: Mutex::default(),
            cuts: AtomicUsize::new(0),
            up: AtomicU64::new(0),
            down: AtomicU64::new(0),
            requests: AtomicUsize::new(0),
            ended: AtomicBool::new(false),
        });
        let accepting = Arc::clone(&shared);
        std::thread::spawn(move || {
            for connection in listener.incoming().map_while(Result::ok) {
                if accepting.ended.load(Ordering::SeqCst) {
                    return;
                }
                accepting.connect(connection);
            }
        });
        Self { address, shared }
    }

    pub fn url(&self) -> String {
        format!("http://{}", self.address)
    }

    /// Leads to another server from now on; what is connected is cut.
    pub fn lead_to(&self, target: SocketAddr) {
        *lock(&self.shared.target) = target;
        self.shared.cut_all();
    }

    /// Cuts once so many bytes have gone in that direction, over whatever connection.
    pub fn cut_after(&self, direction: Direction, bytes: usize) {
        *lock(&self.shared.cut) = Some((direction, bytes));
    }

    /// No cut any more.
    pub fn mend(&self) {
        *lock(&self.shared.cut) = None;
    }

    /// How often it was cut.
    pub fn cuts(&self) -> usize {
        self.shared.cuts.load(Ordering::SeqCst)
    }

    /// Bytes that went through: up, down.
    pub fn bytes(&self) -> (u64, u64) {
        (self.shared.up.load(Ordering::SeqCst), self.shared.down.load(Ordering::SeqCst))
    }
}

impl Wire {
    /// HTTP/1.1 requests that began to go through.
    pub fn requests(&self) -> usize {
        self.shared.requests.load(Ordering::SeqCst)
    }
}

impl Drop for Wire {
    fn drop(&mut self) {
        self.shared.ended.store(true, Ordering::SeqCst);
        self.shared.cut_all();
        // Wakes the thread that accepts.
        let _ = TcpStream::connect(self.address);
    }
}

impl Shared {
    fn connect(self: &Arc<Self>, laptop: TcpStream) {
        let target = *lock(&self.target);
        // Nobody there: the laptop's connection is dropped.
        let Ok(server) = TcpStream::connect_timeout(&target, Duration::from_secs(2)) else { return };
        let both = [(laptop.try_clone(), server.try_clone(), Direction::Up), (Ok(server), Ok(laptop), Direction::Down)];
        for (from, to, direction) in both {
            let (Ok(from), Ok(to)) = (from, to) else { return };
            let _ = from.set_nodelay(true);
            if let Ok(copy) = from.try_clone() {
                lock(&self.open).push(copy);
            }
            let shared = Arc::clone(self);
            std::thread::spawn(move || shared.pump(from, to, direction));
        }
    }

    fn pump(&self, mut from: TcpStream, mut to: TcpStream, direction: Direction) {
        let mut buffer = vec![0; 64 * 1024];
        while let Ok(read @ 1..) = from.read(&mut buffer) {
            let (passes, cut) = self.passes(direction, read);
            let count = if direction == Direction::Up { &self.up } else { &self.down };
            count.fetch_add(passes as u64, Ordering::SeqCst);
            if direction == Direction::Up && [&b"GET "[..], b"POST "].iter().any(|verb| buffer.starts_with(verb)) {
                self.requests.fetch_add(1, Ordering::SeqCst);
            }
            if to.write_all(&buffer[..passes]).is_err() || cut {
                break;
            }
        }
        let _ = to.shutdown(Shutdown::Both);
        let _ = from.shutdown(Shutdown::Both);
    }

    /// How many of these bytes pass, and whether the wire is cut after them.
    fn passes(&self, direction: Direction, bytes: usize) -> (usize, bool) {
        let mut cut = lock(&self.cut);
        match &mut *cut {
            Some((cut_direction, left)) if *cut_direction == direction => {
                if bytes < *left {
                    *left -= bytes;
                    return (bytes, false);
                }
                let passes = *left;
                *cut = None;
                self.cuts.fetch_add(1, Ordering::SeqCst);
                (passes, true)
            }
            _ => (bytes, false),
        }
    }

    fn cut_all(&self) {
        for connection in lock(&self.open).drain(..) {
            let _ = connection.shutdown(Shutdown::Both);
        }
    }
}

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

/// A program that gives everybody the same answer and hangs up. It lives as long as the test.
pub fn stranger(answer: impl Into<Vec<u8>>) -> SocketAddr {
    let listener = TcpListener::bind(("127.0.0.1", 0)).expect("a free port");
    let address = listener.local_addr().expect("an address");
    let answer = answer.into();
    std::thread::spawn(move || {
        for mut connection in listener.incoming().map_while(Result::ok) {
            let _ = connection.set_read_timeout(Some(Duration::from_millis(200)));
            let mut question = [0; 64 * 1024];
            let _ = connection.read(&mut question);
            let _ = connection.write_all(&answer);
        }
    });
    address
}

/// An HTTP answer for [`stranger`].
pub fn http(status: &str, content_type: &str, body: &str) -> Vec<u8> {
    let length = body.len();
    let head = format!("HTTP/1.1 {status}\r\nContent-Type: {content_type}\r\nContent-Length: {length}\r\n");
    format!("{head}Connection: close\r\n\r\n{body}").into_bytes()
}
