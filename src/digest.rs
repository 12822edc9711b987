//! How digests are written.

/// Two hexadecimal digits a byte, as `sha256sum` writes them.
pub fn hexadecimal(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}
