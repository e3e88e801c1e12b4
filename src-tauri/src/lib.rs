//! The desktop shell: window, IPC, operating system. It decides nothing.
