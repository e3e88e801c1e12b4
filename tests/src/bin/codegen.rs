//! Writes the TypeScript that the UI is written against. `cargo xtask codegen`.

fn main() -> std::io::Result<()> {
    std::fs::write(tests::bindings_path(), app::typescript())
}
