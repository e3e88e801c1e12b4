//! A panic says where it happened and never what it was about: the message may hold what a person said.

/// Replaces the standard message.
pub fn keep_content_out_of_messages() {
    std::panic::set_hook(Box::new(|info| {
        let place = info.location().map(ToString::to_string).unwrap_or_default();
        tracing::error!(place, "panic");
    }));
}
