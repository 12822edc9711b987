//! Pictures are resized, rotated upright and stripped of metadata.

use std::fs;
use std::io::Cursor;

use image::codecs::gif::GifEncoder;
use image::{DynamicImage, Frame, ImageFormat, Rgb, RgbImage, Rgba, RgbaImage};
use jpeg_encoder::{ColorType, Encoder};

use crate::site::{REQUIRED, TestSite, dot};

const WIDTH: u32 = 5000;
const HEIGHT: u32 = 3750;

/// Exif data: orientation 6 (rotated by 90 degrees) and GPS coordinates.
const EXIF: &[u8] = b"Exif\0\0II*\0\x08\0\0\0\x02\0\
    \x12\x01\x03\0\x01\0\0\0\x06\0\0\0\
    \x25\x88\x04\0\x01\0\0\0\x26\0\0\0\
    \0\0\0\0\
    \x02\0\
    \x01\0\x02\0\x02\0\0\0S\0\0\0\
    \x02\0\x05\0\x03\0\0\0\x44\0\0\0\
    \0\0\0\0\
    \x06\0\0\0\x01\0\0\0\x1e\0\0\0\x01\0\0\0\x0a\0\0\0\x01\0\0\0";

/// Draws soft shapes with the noise of a phone camera, hard to compress.
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

fn encoded(image: impl Into<DynamicImage>, format: ImageFormat) -> Vec<u8> {
    let mut bytes = Cursor::new(Vec::new());
    image.into().write_to(&mut bytes, format).unwrap();
    bytes.into_inner()
}

fn contains(bytes: &[u8], text: &[u8]) -> bool {
    bytes.windows(text.len()).any(|window| window == text)
}

/// Returns the paths of the built variants of a picture by its file stem.
fn variants(site: &TestSite, stem: &str) -> Vec<String> {
    let built = site.built();
    let paths = built.keys().filter(|path| path.contains(stem));
    paths
        .filter(|path| !path.ends_with(".html") && !path.starts_with("datos/"))
        .cloned()
        .collect()
}

#[test]
fn a_large_photo_is_resized_rotated_and_stripped_of_metadata() {
    let photo = photograph_with_gps();
    assert!(photo.len() > 8_000_000, "{} bytes", photo.len());
    let site = TestSite::new().case("a.md", "![Una ladera](foto.jpg)");
    site.write("content/casos/foto.jpg", &photo);
    site.quipu(&["build"]).code(0).says("1 imagen, 1 preparada");
    let built = site.built();
    let variants = variants(&site, "foto");
    let widths = ["-480.webp", "-960.jpg", "-960.webp", "-1600.webp"];
    assert_eq!(variants.len(), widths.len(), "{variants:?}");
    for width in widths {
        let path = variants
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
fn a_second_build_reuses_cached_pictures() {
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
    // A damaged or missing cache does not change the output.
    for file in fs::read_dir(site.path(".quipu/pictures")).unwrap() {
        fs::write(file.unwrap().path(), b"{").unwrap();
    }
    site.forget();
    site.quipu(&["build"]).code(0).says("1 imagen, 1 preparada");
    assert_eq!(site.built(), first);
    fs::remove_dir_all(site.path(".quipu")).unwrap();
    site.quipu(&["build"]).code(0).says("1 imagen, 1 preparada");
    assert_eq!(site.built(), first);
    // Pictures removed from the content are removed from the cache, too.
    fs::remove_file(site.path("content/casos/punto.png")).unwrap();
    site.write(
        "content/casos/a.md",
        format!("---\n{REQUIRED}---\n").as_bytes(),
    );
    site.write("content/casos/otro.png", &encoded(dot(), ImageFormat::Jpeg));
    site.quipu(&["build"]).code(0);
    let cached = fs::read_dir(site.path(".quipu/pictures")).unwrap().count();
    assert_eq!(cached, 3);
}

#[test]
fn covers_and_figures_keep_their_transparency() {
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
    site.write("content/logo.png", &encoded(logo, ImageFormat::Png));
    let site = site.build();
    let page = site.page("casos/a.html");
    let pictures: Vec<&str> = page
        .lines()
        .filter(|line| line.contains("<picture") || line.contains("enlazado"))
        .collect();
    insta::assert_snapshot!(pictures.join("\n"));
    for path in variants(&site, "logo") {
        assert!(!path.ends_with(".jpg"), "{path}");
        let image = image::load_from_memory(&site.built()[&path]).unwrap();
        let pixel = image.to_rgba8().get_pixel(60, 10).0;
        assert_eq!(pixel[3], 0, "{path}");
    }
}

#[test]
fn an_animated_gif_is_copied_unchanged() {
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
    let variants = variants(&site, "luz");
    assert_eq!(variants.len(), 1);
    assert_eq!(site.built()[&variants[0]], bytes);
    assert!(
        site.page("casos/a.html")
            .contains("width=\"40\" height=\"30\"")
    );
}

#[test]
fn a_wrong_file_extension_is_harmless() {
    let site = TestSite::new().case("a.md", "![Un punto](punto.jpg)");
    site.write("content/casos/punto.jpg", &encoded(dot(), ImageFormat::Png));
    site.quipu(&["build"]).code(0);
}

#[test]
fn a_truncated_picture_is_reported_and_nothing_is_published() {
    let complete = encoded(dot(), ImageFormat::Png);
    let half = &complete[..complete.len() / 2];
    for (broken, code) in [(half, "Q0085"), (&complete[..20], "Q0085"), (b"", "Q0047")] {
        let site = TestSite::new().case("a.md", "![Un punto](punto.png)");
        site.write("content/casos/punto.png", broken);
        site.quipu(&["build"])
            .code(1)
            .says("content/casos/punto.png")
            .says(code);
        assert!(site.built().is_empty());
    }
}

#[test]
fn a_decompression_bomb_is_an_error() {
    let mut bomb = encoded(dot(), ImageFormat::Png);
    // Width and height are in the first chunk, which ends with its checksum.
    bomb[16..20].copy_from_slice(&16_000u32.to_be_bytes());
    bomb[20..24].copy_from_slice(&16_000u32.to_be_bytes());
    let checksum = crc32(&bomb[12..29]);
    bomb[29..33].copy_from_slice(&checksum.to_be_bytes());
    let site = TestSite::new().case("a.md", "![Bomba](bomba.png)");
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

/// Computes the CRC-32 of a PNG chunk (ISO 3309).
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
fn a_site_whose_cache_cannot_be_written_is_built_without_one() {
    use std::os::unix::fs::symlink;
    let site = TestSite::new().case("a.md", "![Un punto](punto.png)");
    site.write("content/casos/punto.png", &encoded(dot(), ImageFormat::Png));
    // Not even root can create this folder.
    symlink("/proc/self/nothing", site.path(".quipu")).unwrap();
    for _ in 0..2 {
        site.quipu(&["build"]).code(0).says("1 imagen, 1 preparada");
    }
    assert_eq!(variants(&site, "punto").len(), 2);
}

#[test]
fn a_picture_without_pixels_is_an_error() {
    let empty = b"GIF89a\0\0\0\0\0\0\0,\0\0\0\0\x01\0\x01\0\0\x02\x02D\x01\0;";
    let site = TestSite::new().case("a.md", "![Nada](nada.gif)");
    site.write("content/casos/nada.gif", empty);
    site.quipu(&["check"]).code(1).says("Q0047");
}

#[test]
fn files_used_only_by_drafts_are_not_published() {
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
