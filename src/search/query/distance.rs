//! Edit distance between two words.

/// Returns the number of letters missing, added, replaced or swapped between `a` and `b`,
/// if at most `max`: optimal string alignment, R. A. Wagner and R. Lowrance, "An Extension
/// of the String-to-String Correction Problem" (1975).
///
/// With `is_prefix`, returns the lowest distance between `a` and any prefix of `b`.
pub(super) fn distance(a: &[char], b: &[char], max: usize, is_prefix: bool) -> Option<usize> {
    if a.len() > b.len() + max || !is_prefix && b.len() > a.len() + max {
        return None;
    }
    let b = &b[..b.len().min(a.len() + max)];
    let mut before: Vec<usize> = Vec::new();
    let mut last: Vec<usize> = (0..=b.len()).collect();
    for (i, letter) in a.iter().enumerate() {
        let mut row = vec![i + 1];
        for (j, other) in b.iter().enumerate() {
            let mut best = (last[j] + usize::from(letter != other))
                .min(last[j + 1] + 1)
                .min(row[j] + 1);
            if i > 0 && j > 0 && *letter == b[j - 1] && a[i - 1] == *other {
                best = best.min(before[j - 1] + 1);
            }
            row.push(best);
        }
        if row.iter().all(|distance| *distance > max) {
            return None;
        }
        before = std::mem::replace(&mut last, row);
    }
    let distance = if is_prefix {
        last.iter().min().copied()
    } else {
        last.last().copied()
    };
    distance.filter(|distance| *distance <= max)
}

#[cfg(test)]
mod tests {
    use super::distance;

    fn of(a: &str, b: &str, is_prefix: bool) -> Option<usize> {
        let letters = |text: &str| text.chars().collect::<Vec<_>>();
        distance(&letters(a), &letters(b), 2, is_prefix)
    }

    #[test]
    fn edits_are_counted() {
        assert_eq!(of("municpalidad", "municipalidad", false), Some(1));
        assert_eq!(of("forestla", "forestal", false), Some(1));
        assert_eq!(of("desnutrision", "desnutricion", false), Some(1));
        assert_eq!(of("agua", "bosque", false), None);
        assert_eq!(of("municpal", "municipalidad", true), Some(1));
        assert_eq!(of("municpal", "municipalidad", false), None);
    }
}
