//! Colours and the contrast between two of them, as WCAG 2.2 defines it
//! (<https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio>).

/// Red, green and blue, 0 to 255.
pub type Colour = [u8; 3];

/// The colour of `#rgb` or `#rrggbb`.
pub fn colour(text: &str) -> Option<Colour> {
    let digits = text.strip_prefix('#')?.chars().map(|it| it.to_digit(16));
    let digits: Vec<u32> = digits.collect::<Option<_>>()?;
    let byte = |high: u32, low: u32| u8::try_from(high * 16 + low).ok();
    Some(match *digits {
        [red, green, blue] => [byte(red, red)?, byte(green, green)?, byte(blue, blue)?],
        [_, _, _, _, _, _] => {
            let mut pairs = digits.chunks_exact(2).map(|it| byte(it[0], it[1]));
            [pairs.next()??, pairs.next()??, pairs.next()??]
        }
        _ => return None,
    })
}

/// The contrast of two colours, from 1 to 21.
pub fn contrast(one: Colour, other: Colour) -> f64 {
    let (one, other) = (luminance(one), luminance(other));
    (one.max(other) + 0.05) / (one.min(other) + 0.05)
}

/// Relative luminance, 0 to 1 (<https://www.w3.org/TR/WCAG22/#dfn-relative-luminance>).
fn luminance(colour: Colour) -> f64 {
    let linear = |byte: u8| {
        let share = f64::from(byte) / 255.0;
        if share <= 0.04045 { share / 12.92 } else { ((share + 0.055) / 1.055).powf(2.4) }
    };
    let [r, g, b] = colour.map(linear);
    0.2126 * r + 0.7152 * g + 0.0722 * b
}

#[cfg(test)]
mod tests {
    use super::*;

    fn between(one: &str, other: &str) -> String {
        let read = |it| colour(it).expect("a colour");
        format!("{:.2}", contrast(read(one), read(other)))
    }

    #[test]
    fn contrasts_are_those_of_wcag() {
        assert_eq!(between("#000", "#fff"), "21.00");
        assert_eq!(between("#fff", "#ffffff"), "1.00");
        assert_eq!(between("#777", "#fff"), "4.48");
        assert_eq!(between("#767676", "#fff"), "4.54");
        assert_eq!(between("#0b5394", "#f3f6fa"), between("#f3f6fa", "#0b5394"));
    }

    #[test]
    fn only_hexadecimal_digits_are_read() {
        for text in ["", "#", "red", "#ff", "#12345", "#ggg", "#1234567", "é#fff"] {
            assert_eq!(colour(text), None, "{text}");
        }
    }
}
