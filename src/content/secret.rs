//! Recognises files that must not become public: keys, passwords, databases.

use std::fs::File;
use std::io::{self, Read};
use std::path::Path;

use crate::messages::diagnostics::Secret;

/// Names under which programs keep keys and passwords, in lower case.
const NAMES: [&str; 24] = [
    ".env",
    ".git-credentials",
    ".htpasswd",
    ".my.cnf",
    ".netrc",
    ".npmrc",
    ".pgpass",
    ".pypirc",
    "credentials",
    "credentials.json",
    "credentials.csv",
    "id_dsa",
    "id_ecdsa",
    "id_ed25519",
    "id_rsa",
    "passwd",
    "secrets.json",
    "secrets.toml",
    "secrets.yaml",
    "secrets.yml",
    "shadow",
    "wp-config.php",
    "client_secret.json",
    "service-account.json",
];

/// Extensions of keys, of stores of passwords and of databases, in lower case.
const EXTENSIONS: [(&str, Secret); 26] = [
    ("accdb", Secret::Database),
    ("db", Secret::Database),
    ("dump", Secret::Database),
    ("env", Secret::Password),
    ("jks", Secret::Key),
    ("kdb", Secret::Password),
    ("kdbx", Secret::Password),
    ("key", Secret::Key),
    ("keystore", Secret::Key),
    ("mdb", Secret::Database),
    ("mdf", Secret::Database),
    ("ost", Secret::Database),
    ("ovpn", Secret::Key),
    ("p12", Secret::Key),
    ("p8", Secret::Key),
    ("pem", Secret::Key),
    ("pfx", Secret::Key),
    ("pk8", Secret::Key),
    ("ppk", Secret::Key),
    ("pst", Secret::Database),
    ("rdp", Secret::Password),
    ("sec", Secret::Key),
    ("sql", Secret::Database),
    ("sqlite", Secret::Database),
    ("sqlite3", Secret::Database),
    ("tfstate", Secret::Password),
];

/// Texts that only secrets contain.
const MARKS: [(&[u8], Secret); 15] = [
    (b"PRIVATE KEY-----", Secret::Key),
    (b"PRIVATE KEY BLOCK-----", Secret::Key),
    (b"minisign encrypted secret key", Secret::Key),
    (b"rsign encrypted secret key", Secret::Key),
    (b"signify secret key", Secret::Key),
    (b"AGE-SECRET-KEY-1", Secret::Key),
    (b"PuTTY-User-Key-File-", Secret::Key),
    (b"SQLite format 3\0", Secret::Database),
    (b"Standard Jet DB\0", Secret::Database),
    (b"-- MySQL dump ", Secret::Database),
    (b"-- MariaDB dump ", Secret::Database),
    (b"-- PostgreSQL database dump", Secret::Database),
    (b"PGDMP", Secret::Database),
    (b"aws_secret_access_key", Secret::Password),
    (b"\"private_key_id\"", Secret::Key),
];

/// Words in the names of environment variables that hold a secret.
const VARIABLES: [&str; 6] = ["PASSWORD", "PASSWD", "SECRET", "TOKEN", "API_KEY", "CLAVE"];

/// Number of bytes in which a secret shows itself: keys and dumps begin with their marks, and
/// a text with a key further on is rarely longer.
const SEARCHED: u64 = 1024 * 1024;

/// Returns what makes a file a secret, by its name or its first bytes; `None` if it is none.
///
/// # Errors
/// If the file cannot be read.
pub(crate) fn secret(name: &str, file: &Path) -> io::Result<Option<Secret>> {
    if let Some(secret) = by_name(name) {
        return Ok(Some(secret));
    }
    let mut start = Vec::new();
    File::open(file)?.take(SEARCHED).read_to_end(&mut start)?;
    Ok(by_content(&start))
}

/// Returns what a file's name gives it away as.
pub(crate) fn by_name(name: &str) -> Option<Secret> {
    let name = name.to_lowercase();
    if NAMES.contains(&name.as_str()) || name.starts_with(".env.") {
        return Some(Secret::Name);
    }
    let (_, extension) = name.rsplit_once('.')?;
    let found = EXTENSIONS.iter().find(|(known, _)| *known == extension);
    found.map(|(_, secret)| *secret)
}

/// Returns what the first bytes of a file give it away as.
pub(crate) fn by_content(start: &[u8]) -> Option<Secret> {
    let holds = |mark: &[u8]| memchr::memmem::find(start, mark).is_some();
    let found = MARKS.iter().find(|(mark, _)| holds(mark));
    let found = found.map(|(_, secret)| *secret);
    found.or_else(|| is_environment(start).then_some(Secret::Password))
}

/// Whether a text is little else than `NAME=value` lines, one of them with a secret.
fn is_environment(start: &[u8]) -> bool {
    let Ok(text) = std::str::from_utf8(start) else {
        return false;
    };
    let lines = text.lines().map(str::trim);
    let lines = lines.filter(|line| !line.is_empty() && !line.starts_with('#'));
    let (mut count, mut variables, mut secrets) = (0, 0, 0);
    for line in lines {
        count += 1;
        let name = line.strip_prefix("export ").unwrap_or(line).split_once('=');
        let is_name = |name: &str| {
            let is_part =
                |byte: u8| byte.is_ascii_uppercase() || byte.is_ascii_digit() || byte == b'_';
            !name.is_empty() && name.bytes().all(is_part)
        };
        let Some((name, value)) = name.filter(|(name, _)| is_name(name)) else {
            continue;
        };
        variables += 1;
        let is_secret = VARIABLES.iter().any(|word| name.contains(word));
        secrets += usize::from(is_secret && !value.trim().is_empty());
    }
    secrets > 0 && variables * 2 > count
}

#[cfg(test)]
mod tests {
    use super::{by_content, by_name};
    use crate::messages::diagnostics::Secret;

    #[test]
    fn secrets_are_known_by_name() {
        for name in [
            "ID_RSA",
            "sitio.key",
            ".env.produccion",
            "copia.SQL",
            "claves.kdbx",
        ] {
            assert!(by_name(name).is_some(), "{name}");
        }
        for name in [
            "id_rsa.pub",
            "llave.pub",
            "informe.pdf",
            "monkey",
            "ambiente.txt",
        ] {
            assert!(by_name(name).is_none(), "{name}");
        }
    }

    #[test]
    fn secrets_are_known_by_content() {
        for (text, secret) in [
            ("-----BEGIN OPENSSH PRIVATE KEY-----\n", Secret::Key),
            (
                "untrusted comment: minisign encrypted secret key\nRW",
                Secret::Key,
            ),
            ("# base\nDB_HOST=a\nDB_PASSWORD=b\n", Secret::Password),
            ("-- MySQL dump 10.13\n", Secret::Database),
        ] {
            assert_eq!(by_content(text.as_bytes()), Some(secret), "{text}");
        }
        for text in [
            "untrusted comment: minisign public key ABC\nRW",
            "La contraseña se pide a la oficina. TOKEN=…\nOtra línea.\nY otra.",
            "-----BEGIN CERTIFICATE-----\n",
        ] {
            assert_eq!(by_content(text.as_bytes()), None, "{text}");
        }
    }
}
