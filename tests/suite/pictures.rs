//! Pictures come out light, upright, and without what the camera wrote beside them.

use std::fs;
use std::io::Cursor;

use image::codecs::gif::GifEncoder;
use image::{DynamicImage, Frame, ImageFormat, Rgb, RgbImage, Rgba, RgbaImage};
use jpeg_encoder::{ColorType, Encoder};

use crate::site::{REQUIRED, TestSite, dot};

const WIDTH: u32 = 5000;
const HEIGHT: u32 = 3750;

/// TIFF tags with where the photo was taken, and that the camera stood upright.
const EXIF: &[u8] = b"Exif\0\0II*\0\x08\0\0\0\x02\0\
    \x12\x01\x03\0\x01\0\0\0\x06\0\0\0\
    \x25\x88\x04\0\x01\0\0\0\x26\0\0\0\
    \0\0\0\0\
    \x02\0\
    \x01\0\x02\0\x02\0\0\0S\0\0\0\
    \x02\0\x05\0\x03\0\0\0\x44\0\0\0\
    \0\0\0\0\
    \x06\0\0\0\x01\0\0\0\x1e\0\0\0\x01\0\0\0\x0a\0\0\0\x01\0\0\0";

/// Soft shapes under the grain of a telephone's camera.
fn photograph() -> RgbImage {
    RgbImage::from_fn(WIDTH, HEIGHT, |x, y| {
        let grain =
            (x.wrapping_mul(0x9e37_79b9) ^ y.wrapping_mul(0x85eb_ca6b)).wrapping_mul(0xc2b2_ae35);
        let hill = (x / 7 + (y * y / 9000)) % 511;
        let hill = if hill > 255 { 510 - hill } else { hill };
        let level = (hill * 3 / 4 + (grain >> 27) + 20).min(255) as u8;
        Rgb([level / 2 + 30, level, level / 3 + (y / 40) as u8])
    })
}

fn photograph_with_gps() -> Vec<u8> {
    let pixels = photograph();
    let mut bytes = Vec::new();
    let mut encoder = Encoder::new(&mut bytes, 94);
    encoder.add_app_segment(1, EXIF.to_vec()).unwrap();
    let (width, height) = (WIDTH as u16, HEIGHT as u16);
    encoder
        .encode(&pixels, width, height, ColorType::Rgb)
        .unwrap();
    bytes
}

fn written(image: impl Into<DynamicImage>, format: ImageFormat) -> Vec<u8> {
    let mut bytes = Cursor::new(Vec::new());
    image.into().write_to(&mut bytes, format).unwrap();
    bytes.into_inner()
}

fn contains(bytes: &[u8], text: &[u8]) -> bool {
    bytes.windows(text.len()).any(|window| window == text)
}

/// Paths of the built pictures of this stem.
fn forms(site: &TestSite, stem: &str) -> Vec<String> {
    let built = site.built();
    let paths = built.keys().filter(|path| path.contains(stem));
    paths
        .filter(|path| !path.ends_with(".html") && !path.starts_with("datos/"))
        .cloned()
        .collect()
}

#[test]
fn a_heavy_photo_with_gps_comes_out_light_upright_and_bare() {
    let photo = photograph_with_gps();
    assert!(photo.len() > 8_000_000, "{} bytes", photo.len());
    let site = TestSite::new().case("a.md", "![Una ladera](foto.jpg)");
    site.write("content/casos/foto.jpg", &photo);
    site.quipu(&["build"]).code(0).says("1 imagen, 1 preparada");
    let built = site.built();
    let forms = forms(&site, "foto");
    let widths = ["-480.webp", "-960.jpg", "-960.webp", "-1600.webp"];
    assert_eq!(forms.len(), widths.len(), "{forms:?}");
    for width in widths {
        let path = forms
            .iter()
            .find(|path| path.ends_with(width))
            .expect(width);
        let bytes = &built[path];
        assert!(bytes.len() < 200_000, "{path}: {}", bytes.len());
        for trace in [&b"Exif"[..], b"EXIF", b"II*\0", b"http://ns.adobe.com"] {
            assert!(!contains(bytes, trace), "{path} has {trace:?}");
        }
        let image = image::load_from_memory(bytes).unwrap();
        assert!(image.height() > image.width(), "{path} lies on its side");
    }
    let page = site.page("casos/a.html");
    let image = &page[page.find("<picture>").unwrap()..page.find("</picture>").unwrap()];
    assert!(
        image.contains("width=\"1600\" height=\"2133\" alt=\"Una ladera\""),
        "{image}"
    );
}

#[test]
fn a_second_build_prepares_no_picture_again() {
    let site = TestSite::new().case("a.md", "![Un punto](punto.png)");
    let site = site.picture("content/casos/punto.png");
    site.quipu(&["build"]).code(0).says("1 imagen, 1 preparada");
    let first = site.built();
    site.forget();
    site.quipu(&["build"])
        .code(0)
        .says("1 imagen, 0 preparadas");
    site.quipu(&["check"]).code(0);
    assert_eq!(site.built(), first);
    // A damaged cache, or none, gives the same bytes.
    for file in fs::read_dir(site.path(".quipu/pictures")).unwrap() {
        fs::write(file.unwrap().path(), b"{").unwrap();
    }
    site.forget();
    site.quipu(&["build"]).code(0).says("1 imagen, 1 preparada");
    assert_eq!(site.built(), first);
    fs::remove_dir_all(site.path(".quipu")).unwrap();
    site.quipu(&["build"]).code(0).says("1 imagen, 1 preparada");
    assert_eq!(site.built(), first);
    // What is no longer in the content leaves the cache.
    fs::remove_file(site.path("content/casos/punto.png")).unwrap();
    site.write(
        "content/casos/a.md",
        format!("---\n{REQUIRED}---\n").as_bytes(),
    );
    site.write("content/casos/otro.png", &written(dot(), ImageFormat::Jpeg));
    site.quipu(&["build"]).code(0);
    let kept = fs::read_dir(site.path(".quipu/pictures")).unwrap().count();
    assert_eq!(kept, 3);
}

#[test]
fn a_cover_and_a_drawing_keep_what_they_show() {
    let logo = RgbaImage::from_fn(700, 300, |x, y| {
        let alpha = if (x / 50 + y / 50) % 2 == 0 { 255 } else { 0 };
        Rgba([20, 90, 60, alpha])
    });
    let site = TestSite::new().file(
        "content/casos/a.md",
        &format!(
            "---\n{REQUIRED}portada: {{imagen: ../logo.png, alt: Un tablero}}\n---\n\n<b>En HTML</b>\n\n\
                 ![El *logo*](../logo.png \"Título\") y [enlazado](../logo.png).\n"
        ),
    );
    site.write("content/logo.png", &written(logo, ImageFormat::Png));
    let site = site.build();
    let page = site.page("casos/a.html");
    let pictures: Vec<&str> = page
        .lines()
        .filter(|line| line.contains("<picture") || line.contains("enlazado"))
        .collect();
    insta::assert_snapshot!(pictures.join("\n"));
    for path in forms(&site, "logo") {
        assert!(!path.ends_with(".jpg"), "{path}");
        let image = image::load_from_memory(&site.built()[&path]).unwrap();
        let pixel = image.to_rgba8().get_pixel(60, 10).0;
        assert_eq!(pixel[3], 0, "{path}");
    }
}

#[test]
fn a_moving_picture_goes_on_moving() {
    let mut bytes = Vec::new();
    let mut encoder = GifEncoder::new(&mut bytes);
    for level in [0, 255] {
        let pixels = RgbaImage::from_pixel(40, 30, Rgba([level, 0, 0, 255]));
        encoder.encode_frame(Frame::new(pixels)).unwrap();
    }
    drop(encoder);
    let site = TestSite::new().case("a.md", "![Intermitente](luz.gif)");
    site.write("content/casos/luz.gif", &bytes);
    let site = site.build();
    let forms = forms(&site, "luz");
    assert_eq!(forms.len(), 1);
    assert_eq!(site.built()[&forms[0]], bytes);
    assert!(
        site.page("casos/a.html")
            .contains("width=\"40\" height=\"30\"")
    );
}

#[test]
fn a_name_that_lies_about_the_format_does_no_harm() {
    let site = TestSite::new().case("a.md", "![Un punto](punto.jpg)");
    site.write("content/casos/punto.jpg", &written(dot(), ImageFormat::Png));
    site.quipu(&["build"]).code(0);
}

#[test]
fn a_picture_that_breaks_off_is_told_and_none_is_published() {
    let whole = written(dot(), ImageFormat::Png);
    for broken in [&whole[..whole.len() / 2], &whole[..20], b""] {
        let site = TestSite::new().case("a.md", "Texto.");
        site.write("content/casos/punto.png", broken);
        site.quipu(&["build"])
            .code(1)
            .says("content/casos/punto.png")
            .says("Q0047");
        assert!(site.built().is_empty());
    }
}

#[test]
fn a_decompression_bomb_is_an_error_and_not_an_outage() {
    let mut bomb = written(dot(), ImageFormat::Png);
    // Width and height stand in the first chunk, which ends in its checksum.
    bomb[16..20].copy_from_slice(&16_000u32.to_be_bytes());
    bomb[20..24].copy_from_slice(&16_000u32.to_be_bytes());
    let checksum = crc32(&bomb[12..29]);
    bomb[29..33].copy_from_slice(&checksum.to_be_bytes());
    let site = TestSite::new().case("a.md", "Texto.");
    site.write("content/casos/bomba.png", &bomb);
    site.quipu(&["check"])
        .code(1)
        .says("256 millones de píxeles");
    bomb[16..20].copy_from_slice(&1u32.to_be_bytes());
    bomb[20..24].copy_from_slice(&60_000u32.to_be_bytes());
    let checksum = crc32(&bomb[12..29]);
    bomb[29..33].copy_from_slice(&checksum.to_be_bytes());
    site.write("content/casos/bomba.png", &bomb);
    site.quipu(&["check"])
        .code(1)
        .says("60000 píxeles por un lado");
}

/// The checksum of a PNG chunk (ISO 3309).
fn crc32(bytes: &[u8]) -> u32 {
    let mut crc = u32::MAX;
    for byte in bytes {
        crc ^= u32::from(*byte);
        for _ in 0..8 {
            let low = crc & 1;
            crc = (crc >> 1) ^ if low == 1 { 0xedb8_8320 } else { 0 };
        }
    }
    !crc
}

#[cfg(unix)]
#[test]
fn a_site_that_cannot_be_written_is_built_without_a_cache() {
    use std::os::unix::fs::symlink;
    let site = TestSite::new().case("a.md", "![Un punto](punto.png)");
    site.write("content/casos/punto.png", &written(dot(), ImageFormat::Png));
    // Not even root can make a folder of this.
    symlink("/proc/self/nothing", site.path(".quipu")).unwrap();
    for _ in 0..2 {
        site.quipu(&["build"]).code(0).says("1 imagen, 1 preparada");
    }
    assert_eq!(forms(&site, "punto").len(), 2);
}

#[test]
fn a_picture_without_pixels_is_a_mistake() {
    let empty = b"GIF89a\0\0\0\0\0\0\0,\0\0\0\0\x01\0\x01\0\0\x02\x02D\x01\0;";
    let site = TestSite::new().case("a.md", "![Nada](nada.gif)");
    site.write("content/casos/nada.gif", empty);
    site.quipu(&["check"]).code(1).says("Q0047");
}

#[test]
fn what_only_a_draft_shows_is_not_published() {
    let draft = "borrador: sí\nportada: {imagen: secreta.png, alt: Algo}";
    let site = TestSite::new()
        .case_with("a.md", draft)
        .case("b.md", "![Un punto](comun.png) [Acta](acta.pdf)");
    let site = site.picture("content/casos/secreta.png");
    let site = site.picture("content/casos/comun.png");
    site.write("content/casos/acta.pdf", b"%PDF");
    let both = "---\ntitulo: Dos\nborrador: sí\n---\n\n![a](casos/comun.png) [b](casos/plan.pdf)\n";
    site.write("content/dos.md", both.as_bytes());
    site.write("content/casos/plan.pdf", b"%PDF");
    site.quipu(&["build"]).code(0).says("1 imagen, 1 preparada");
    let built = site.built();
    let has = |name: &str| built.keys().any(|path| path.contains(name));
    assert!(has("comun-") && has("acta.pdf"));
    assert!(!has("secreta") && !has("plan.pdf"), "{:?}", built.keys());
    site.quipu(&["build", "--drafts"]).code(0);
    assert!(site.built().keys().any(|path| path.contains("secreta-")));
}
