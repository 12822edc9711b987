//! The macro that reads the rows of the table of diagnostics.

/// Defines `Kind`, the codes, and the properties of each kind from one row per diagnostic:
///
/// ```text
/// /// The link's target does not exist.
/// Q0041 "broken-link" Error: BrokenLink { target: String, nearest: Option<String> }
///     with to = kind_of_target(target);
/// ```
///
/// - The stable code, which is never reused. Codes ascend.
/// - The id of the entry in the message catalogues.
/// - The severity: a variant of `Severity`, or an expression in parentheses.
/// - The variant of `Kind`. Each field is an argument of the message, under its own name;
///   an optional field `x` also gives `has_x`, which is `true` or `false`.
/// - After `with`, the arguments that are computed from the fields.
macro_rules! diagnostics {
    ($(
        $(#[$attribute:meta])*
        $code:ident $id:literal $severity:tt: $Kind:ident
        $({ $($(#[$note:meta])* $field:ident: $Type:ty),* $(,)? })?
        $(with $($name:ident = $value:expr),+)?;
    )*) => {
        /// A kind of diagnostic with the arguments of its message.
        #[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
        pub enum Kind {$(
            $(#[$attribute])*
            $Kind $({$(
                $(#[$note])*
                #[allow(missing_docs, reason = "the message catalogues show its use")]
                $field: $Type,
            )*})?,
        )*}

        /// Codes with the ids of their entries in the message catalogues, in ascending order.
        /// They are never reused: editors search for them, and the documentation is indexed
        /// by them.
        pub const CODES: &[(&str, &str)] = &[$((stringify!($code), $id)),*];

        const _: () = assert!(
            $crate::messages::diagnostics::row::are_ascending(CODES),
            "codes are Q and four digits, and each is greater than the one before",
        );

        impl Kind {
            /// Returns the stable code, `Q0001` to `Q9999`.
            pub(crate) fn code(&self) -> &'static str {
                match self {
                    $(Self::$Kind { .. } => stringify!($code),)*
                }
            }

            /// Returns the id of the entry in the message catalogues.
            pub(crate) fn id(&self) -> &'static str {
                match self {
                    $(Self::$Kind { .. } => $id,)*
                }
            }

            /// Returns the severity of this kind.
            #[allow(unused_variables, unused_parens, reason = "few severities depend on a field")]
            pub fn severity(&self) -> Severity {
                use Severity::{Advice, Error, Style, Warning};
                match self {
                    $(Self::$Kind { $($($field),*)? } => $severity,)*
                }
            }

            /// Returns the arguments of the message.
            pub(super) fn arguments(&self) -> $crate::messages::diagnostics::argument::Arguments {
                use $crate::messages::diagnostics::argument::{Arguments, add};
                let mut arguments = Arguments::new();
                match self {$(
                    Self::$Kind { $($($field),*)? } => {
                        $($(add(
                            &mut arguments,
                            [stringify!($field), concat!("has_", stringify!($field))],
                            $field,
                        );)*)?
                        $($(add(
                            &mut arguments,
                            [stringify!($name), concat!("has_", stringify!($name))],
                            &$value,
                        );)+)?
                    }
                )*}
                arguments
            }
        }
    };
}

pub(super) use diagnostics;

/// Returns whether each code is `Q` with four digits and greater than the one before.
pub(super) const fn are_ascending(codes: &[(&str, &str)]) -> bool {
    let (mut at, mut previous) = (0, 0);
    while at < codes.len() {
        let number = number(codes[at].0);
        if number <= previous {
            return false;
        }
        (at, previous) = (at + 1, number);
    }
    true
}

/// Returns the number in a code; 0 if it is not a valid code.
const fn number(code: &str) -> u16 {
    if code.len() != 5 || code.as_bytes()[0] != b'Q' {
        return 0;
    }
    match u16::from_str_radix(code.split_at(1).1, 10) {
        Ok(number) => number,
        Err(_) => 0,
    }
}
