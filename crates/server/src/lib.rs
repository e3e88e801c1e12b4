//! Purpose and invariants: see docs/ARCHITECTURE.md.
