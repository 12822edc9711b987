//! Addresses of the web and of mail: whether anybody could follow them, and what
//! was meant where nobody could.

use url::{Host, Url};

use crate::base::text::nearest;

const SCHEMES: [&str; 2] = ["https", "http"];

/// Last parts of the hosts that Peruvian editors write, to tell a host from a file.
const LAST_PARTS: [&str; 9] = ["pe", "com", "org", "net", "edu", "gov", "int", "info", "es"];

/// Whether it is a whole address of the web, as the WHATWG URL Standard reads it, but
/// for what browsers silently mend.
pub fn is_web(address: &str) -> bool {
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

/// Whether it is somebody's mail address: a name, an at sign and a host.
pub fn is_mail(address: &str) -> bool {
    let Some((name, host)) = address.split_once('@') else {
        return false;
    };
    let is_plain = |character: char| {
        !character.is_whitespace()
            && !character.is_control()
            && !"@<>()[],;:\"\\".contains(character)
    };
    let is_host = host.contains('.') && matches!(Host::parse(host), Ok(Host::Domain(_)));
    let is_whole = !host.split('.').any(str::is_empty);
    !name.is_empty() && name.chars().all(is_plain) && is_host && is_whole
}

/// Whether it can be dialled: digits, with what people write between them and what
/// RFC 3966 puts behind them.
pub fn is_phone(number: &str) -> bool {
    let number = number.split(';').next().unwrap_or_default();
    let is_part = |character: char| character.is_ascii_digit() || "+*#()-. ".contains(character);
    number.chars().all(is_part) && number.chars().any(|character| character.is_ascii_digit())
}

/// Whether what stands behind `mailto:` can be written to (RFC 6068): addresses between
/// commas, or none where a query says more.
pub fn is_mail_link(written: &str) -> bool {
    match written.split_once('?') {
        Some(("", query)) => !query.is_empty(),
        Some((addresses, _)) => addresses.split(',').all(is_mail),
        None => written.split(',').all(is_mail),
    }
}

/// Whether it names the web, in whatever case.
pub fn is_web_scheme(scheme: &str) -> bool {
    SCHEMES.iter().any(|web| web.eq_ignore_ascii_case(scheme))
}

/// The address of the web that was likely meant: `www.gob.pe`, `htps://gob.pe` and
/// `https:/gob.pe` lack little.
pub fn likely_web(written: &str) -> Option<String> {
    let written = written.trim();
    let rest = without_scheme(written).unwrap_or(written);
    let host = rest.split(['/', '?', '#']).next()?;
    if host.contains('@') {
        return None;
    }
    let last = host.rsplit_once('.')?.1;
    let address = format!("https://{rest}");
    let is_likely = rest.len() < written.len() || LAST_PARTS.contains(&last);
    (is_likely && address != written && is_web(&address)).then_some(address)
}

/// What follows a scheme that was meant to be one of the web's.
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
    fn web_addresses_are_whole() {
        for sound in [
            "https://www.gob.pe",
            "HTTP://gob.pe:8080/a?b=c#d",
            "https://intranet/casos",
            "http://45.231.83.156/handle/1",
            "https://es.wikipedia.org/wiki/Río_(Perú)",
        ] {
            assert!(is_web(sound), "{sound}");
        }
        for broken in [
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
            assert!(!is_web(broken), "{broken}");
        }
    }

    #[test]
    fn what_lacks_little_is_guessed() {
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
    fn mail_and_telephone_can_be_used() {
        assert!(is_mail("mesa.de-partes@regionloreto.gob.pe"));
        for broken in [
            "oficina", "a@b", "a b@c.pe", "@c.pe", "a@c..pe", "a@b@c.pe", "a@",
        ] {
            assert!(!is_mail(broken), "{broken}");
        }
        assert!(is_phone("+51 (042) 56-2222") && is_phone("*611") && is_phone("+5142;ext=12"));
        assert!(is_mail_link("a@gob.pe,b@gob.pe?subject=Hola") && is_mail_link("?subject=Hola"));
        assert!(!is_mail_link("") && !is_mail_link("?") && !is_mail_link("a@gob.pe,b"));
        assert!(!is_phone("anexo") && !is_phone("") && !is_phone("--"));
    }
}
