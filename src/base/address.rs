//! Checks of web addresses, mail addresses and phone numbers, and suggestions for mistyped
//! web addresses.

use url::{Host, Url};

use crate::base::text::nearest;

const SCHEMES: [&str; 2] = ["https", "http"];

/// Top-level domains common in Peruvian content: they distinguish a host from a file name.
const TOP_LEVEL_DOMAINS: [&str; 9] = ["pe", "com", "org", "net", "edu", "gov", "int", "info", "es"];

/// Returns whether `address` is an absolute `http` or `https` URL by the WHATWG URL
/// Standard, rejecting the errors that browsers silently correct.
pub(crate) fn is_web(address: &str) -> bool {
    let has_scheme = address
        .split_once("://")
        .is_some_and(|(scheme, rest)| is_web_scheme(scheme) && !rest.starts_with('/'));
    let is_one_word = !address.contains(|character: char| {
        character.is_whitespace() || character.is_control() || "\"<>\\".contains(character)
    });
    let host = |url: Url| url.host_str().map(str::to_owned);
    let has_host = Url::parse(address)
        .ok()
        .and_then(host)
        .is_some_and(|host| !host.trim_end_matches('.').split('.').any(str::is_empty));
    has_scheme && is_one_word && has_host
}

/// Returns whether `address` is a mail address: a name, an at sign and a domain.
pub(crate) fn is_mail(address: &str) -> bool {
    let Some((name, host)) = address.split_once('@') else {
        return false;
    };
    let is_plain = |character: char| {
        !character.is_whitespace()
            && !character.is_control()
            && !"@<>()[],;:\"\\".contains(character)
    };
    let is_host = host.contains('.') && matches!(Host::parse(host), Ok(Host::Domain(_)));
    let has_no_empty_label = !host.split('.').any(str::is_empty);
    !name.is_empty() && name.chars().all(is_plain) && is_host && has_no_empty_label
}

/// Returns whether `number` can be dialled: digits with the usual separators, and the
/// parameters of RFC 3966 after `;`.
pub(crate) fn is_phone(number: &str) -> bool {
    let number = number.split(';').next().unwrap_or_default();
    let is_part = |character: char| character.is_ascii_digit() || "+*#()-. ".contains(character);
    number.chars().all(is_part) && number.chars().any(|character| character.is_ascii_digit())
}

/// Returns whether `written`, the part after `mailto:`, is valid (RFC 6068):
/// comma-separated addresses, or none if a query follows.
pub(crate) fn is_mail_link(written: &str) -> bool {
    match written.split_once('?') {
        Some(("", query)) => !query.is_empty(),
        Some((addresses, _)) => addresses.split(',').all(is_mail),
        None => written.split(',').all(is_mail),
    }
}

/// Returns whether `scheme` is `http` or `https`, ignoring case.
pub(crate) fn is_web_scheme(scheme: &str) -> bool {
    SCHEMES.iter().any(|web| web.eq_ignore_ascii_case(scheme))
}

/// Returns the web address that was probably meant by small mistakes such as `www.gob.pe`,
/// `htps://gob.pe` and `https:/gob.pe`.
pub(crate) fn likely_web(written: &str) -> Option<String> {
    let written = written.trim();
    let rest = without_scheme(written).unwrap_or(written);
    let host = rest.split(['/', '?', '#']).next()?;
    if host.contains('@') {
        return None;
    }
    let domain = host.rsplit_once('.')?.1;
    let address = format!("https://{rest}");
    let is_likely = rest.len() < written.len() || TOP_LEVEL_DOMAINS.contains(&domain);
    (is_likely && address != written && is_web(&address)).then_some(address)
}

/// Returns the part after a scheme that resembles `http` or `https`.
fn without_scheme(written: &str) -> Option<&str> {
    let end = written.find(|character: char| !character.is_ascii_alphabetic())?;
    let (scheme, rest) = written.split_at(end);
    let after = rest.strip_prefix(':').unwrap_or(rest);
    let address = after.trim_start_matches('/');
    let has_slash = address.len() < after.len();
    (has_slash && nearest(scheme, SCHEMES).is_some()).then_some(address)
}

#[cfg(test)]
mod tests {
    use super::{is_mail, is_mail_link, is_phone, is_web, likely_web};

    #[test]
    fn web_addresses_are_absolute() {
        for valid in [
            "https://www.gob.pe",
            "HTTP://gob.pe:8080/a?b=c#d",
            "https://intranet/casos",
            "http://45.231.83.156/handle/1",
            "https://es.wikipedia.org/wiki/Río_(Perú)",
        ] {
            assert!(is_web(valid), "{valid}");
        }
        for invalid in [
            "https://",
            "https:///gob.pe",
            "https:/gob.pe",
            "https://gob .pe",
            "https://gob..pe",
            "https://gob%20.pe",
            "https://gob.pe:99999",
            "www.gob.pe",
            "ftp://gob.pe",
        ] {
            assert!(!is_web(invalid), "{invalid}");
        }
    }

    #[test]
    fn small_mistakes_in_web_addresses_are_corrected() {
        for (written, meant) in [
            ("www.gob.pe/a", "https://www.gob.pe/a"),
            ("regionsanmartin.gob.pe", "https://regionsanmartin.gob.pe"),
            ("https:/gob.pe", "https://gob.pe"),
            ("htps://gob.pe", "https://gob.pe"),
            ("http//gob.pe", "https://gob.pe"),
            ("https:///gob.pe", "https://gob.pe"),
        ] {
            assert_eq!(likely_web(written).as_deref(), Some(meant), "{written}");
        }
        for other in [
            "casos/a.md",
            "informe.pdf",
            "https://",
            "javascript:a()",
            "",
        ] {
            assert_eq!(likely_web(other), None, "{other}");
        }
    }

    #[test]
    fn mail_addresses_and_phone_numbers_are_checked() {
        assert!(is_mail("mesa.de-partes@regionloreto.gob.pe"));
        for invalid in [
            "oficina", "a@b", "a b@c.pe", "@c.pe", "a@c..pe", "a@b@c.pe", "a@",
        ] {
            assert!(!is_mail(invalid), "{invalid}");
        }
        assert!(is_phone("+51 (042) 56-2222") && is_phone("*611") && is_phone("+5142;ext=12"));
        assert!(is_mail_link("a@gob.pe,b@gob.pe?subject=Hola") && is_mail_link("?subject=Hola"));
        assert!(!is_mail_link("") && !is_mail_link("?") && !is_mail_link("a@gob.pe,b"));
        assert!(!is_phone("anexo") && !is_phone("") && !is_phone("--"));
    }
}
