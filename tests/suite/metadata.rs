//! Nothing that is published says where it was made, or with which device. What is there is
//! read by exiftool, before and after.

use std::fs;
use std::io::Cursor;
use std::path::Path;
use std::process::Command;

use image::codecs::gif::{GifEncoder, Repeat};
use image::{DynamicImage, Frame, ImageFormat};
use jpeg_encoder::{ColorType, Encoder};

use crate::site::{TestSite, dot};

/// A position in Peru, a device and its number, as exiftool writes them into any format that
/// it knows.
const SECRETS: [&str; 4] = ["12.046374", "77.042793", "SM-A125M", "RX8N70ABC"];

/// Settings that let files of every format be published.
const SETTINGS: &str = "titulo: Sitio de prueba\nidiomas: [es, en]\n\
    tipos_de_archivo: [heic, avif, tif, cr3, avi, datos]\n";

fn media(name: &str) -> Vec<u8> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/media");
    fs::read(folder.join(name)).expect(name)
}

fn encoded(format: ImageFormat) -> Vec<u8> {
    let mut bytes = Cursor::new(Vec::new());
    let picture = DynamicImage::from(dot());
    picture.write_to(&mut bytes, format).expect("a picture");
    bytes.into_inner()
}

/// A colour profile that has only a note about its rights.
fn profile() -> Vec<u8> {
    let mut profile = vec![0; 128];
    profile[3] = 160;
    profile[36..40].copy_from_slice(b"acsp");
    profile.extend(b"\0\0\0\x01cprt\0\0\0\x90\0\0\0\x10text\0\0\0\0Ninguno\0");
    profile
}

/// A JPEG with a colour profile.
fn photograph() -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut encoder = Encoder::new(&mut bytes, 80);
    encoder.add_icc_profile(&profile()).expect("ICC");
    let encoded = encoder.encode(&dot(), 90, 60, ColorType::Rgb);
    encoded.expect("a picture");
    bytes
}

fn animation() -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut encoder = GifEncoder::new(&mut bytes);
    encoder.set_repeat(Repeat::Infinite).expect("a loop");
    for turned in [false, true] {
        let frame = DynamicImage::from(dot());
        let frame = if turned { frame.rotate180() } else { frame };
        let frame = Frame::new(frame.into_rgba8());
        encoder.encode_frame(frame).expect("a frame");
    }
    drop(encoder);
    bytes
}

/// Runs exiftool with arguments on bytes in a file of this name, and returns the file.
fn with_tags(name: &str, bytes: &[u8], arguments: &[&str]) -> Vec<u8> {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join(name);
    fs::write(&file, bytes).expect("a file");
    let output = Command::new("exiftool")
        .args(["-overwrite_original", "-m", "-q"])
        .args(arguments)
        .arg(&file)
        .output()
        .expect("exiftool runs");
    assert!(
        output.status.success(),
        "{name}: {}",
        String::from_utf8_lossy(&output.stderr)
    );
    fs::read(&file).expect("a file")
}

/// Arguments for what a phone writes into pictures.
const OF_PICTURES: [&str; 14] = [
    "-EXIF:GPSLatitude=12.046374",
    "-EXIF:GPSLatitudeRef=S",
    "-EXIF:GPSLongitude=77.042793",
    "-EXIF:GPSLongitudeRef=W",
    "-EXIF:Make=samsung",
    "-EXIF:Model=SM-A125M",
    "-EXIF:SerialNumber=RX8N70ABC",
    "-EXIF:Software=A125MUBU3",
    "-EXIF:Orientation#=6",
    "-XMP-exif:GPSLatitude=12.046374",
    "-XMP-tiff:Model=SM-A125M",
    "-XMP-aux:SerialNumber=RX8N70ABC",
    "-Comment=SM-A125M",
    "-IPTC:Keywords=RX8N70ABC",
];

const OF_ANIMATIONS: [&str; 4] = [
    "-XMP-exif:GPSLatitude=12.046374",
    "-XMP-exif:GPSLongitude=77.042793",
    "-XMP-tiff:Model=SM-A125M",
    "-Comment=RX8N70ABC",
];

const OF_VIDEOS: [&str; 10] = [
    "-Keys:GPSCoordinates=-12.046374, -77.042793, 154",
    "-UserData:GPSCoordinates=-12.046374, -77.042793, 154",
    "-ItemList:GPSCoordinates=-12.046374, -77.042793, 154",
    "-Keys:Make=samsung",
    "-Keys:Model=SM-A125M",
    "-UserData:Model=SM-A125M",
    "-XMP-tiff:Model=SM-A125M",
    "-XMP-exif:GPSLatitude=12.046374",
    "-XMP-exif:GPSLongitude=77.042793",
    "-XMP-aux:SerialNumber=RX8N70ABC",
];

/// Returns everything that exiftool reads in a file, numbers as numbers.
fn tags(bytes: &[u8]) -> String {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("file");
    fs::write(&file, bytes).expect("a file");
    let output = Command::new("exiftool")
        .args(["-ee", "-a", "-u", "-n", "-s", "-G1"])
        .arg(&file)
        .output()
        .expect("exiftool runs");
    String::from_utf8_lossy(&output.stdout).into_owned()
}

/// Returns the secrets and the kinds of fields that exiftool finds, or that are in the bytes.
fn found(bytes: &[u8]) -> Vec<String> {
    const FIELDS: [&str; 12] = [
        "GPS",
        "Latitude",
        "Longitude",
        "Make ",
        "Model ",
        "Serial",
        "Lens",
        "City",
        "Location",
        "Software ",
        "HostComputer",
        "Warning",
    ];
    let tags = tags(bytes);
    let secrets = SECRETS.iter().filter(|secret| {
        let in_bytes = bytes
            .windows(secret.len())
            .any(|it| it == secret.as_bytes());
        in_bytes || tags.contains(*secret)
    });
    let fields = tags.lines().filter(|line| {
        let name = line.split(']').nth(1).unwrap_or_default();
        !line.starts_with("[ICC") && FIELDS.iter().any(|field| name.contains(field))
    });
    let secrets = secrets.map(|secret| (*secret).to_owned());
    secrets.chain(fields.map(str::to_owned)).collect()
}

/// Builds a site with these downloads, and returns each as it is published.
fn published(files: &[(&str, Vec<u8>)]) -> Vec<Vec<u8>> {
    let links = files.iter().map(|(name, _)| format!("[Archivo]({name})\n"));
    let site = TestSite::new().case("a.md", &links.collect::<String>());
    let site = site.file("quipu.yaml", SETTINGS);
    for (name, bytes) in files {
        site.write(&format!("content/casos/{name}"), bytes);
    }
    let site = site.build();
    let built = site.built();
    let published = files.iter();
    let published = published.map(|(name, _)| built[&format!("casos/{name}")].clone());
    published.collect()
}

#[test]
fn pictures_among_downloads_lose_position_and_device_and_keep_their_looks() {
    let originals = [
        ("a.jpg", photograph()),
        ("a.png", encoded(ImageFormat::Png)),
        ("a.webp", encoded(ImageFormat::WebP)),
    ];
    // Formats are recognised by their bytes: under their own names, they would be encoded.
    let names = ["foto-jpeg.pdf", "foto-png.pdf", "foto-webp.pdf"];
    let photographed = originals.iter().zip(names);
    let photographed = photographed.map(|((name, bytes), download)| {
        let bytes = with_tags(name, bytes, &OF_PICTURES);
        let before = found(&bytes);
        assert!(
            SECRETS
                .iter()
                .all(|secret| before.iter().any(|it| it == secret)),
            "{before:?}"
        );
        (download, bytes)
    });
    let photographed: Vec<_> = photographed.collect();
    for ((name, original), cleaned) in originals.iter().zip(published(&photographed)) {
        assert_eq!(found(&cleaned), [""; 0], "{name}");
        assert!(
            tags(&cleaned).contains("Orientation                     : 6"),
            "{name}"
        );
        let pixels = |bytes| {
            image::load_from_memory(bytes)
                .expect("a picture")
                .into_rgba8()
        };
        assert!(pixels(&cleaned) == pixels(original), "{name}");
    }
    let (_, photograph) = &photographed[0];
    assert!(tags(&published(&[("foto.pdf", photograph.clone())])[0]).contains("ICC"));
}

#[test]
fn animations_lose_position_and_device_and_keep_moving() {
    let original = animation();
    let bytes = with_tags("a.gif", &original, &OF_ANIMATIONS);
    assert!(!found(&bytes).is_empty());
    let site = TestSite::new().case("a.md", "![Un giro](giro.gif)");
    site.write("content/casos/giro.gif", &bytes);
    let built = site.build().built();
    let (_, cleaned) = built
        .iter()
        .find(|(path, _)| path.ends_with(".gif"))
        .expect("an animation");
    assert_eq!(found(cleaned), [""; 0]);
    assert!(*cleaned == original);
    assert!(published(&[("giro.pdf", bytes)])[0] == original);
}

#[test]
fn videos_lose_position_and_device_and_nothing_in_them_moves() {
    for name in ["clip.mp4", "clip.mov"] {
        let bytes = with_tags(name, &media(name), &OF_VIDEOS);
        let before = found(&bytes);
        assert!(
            SECRETS
                .iter()
                .all(|secret| before.iter().any(|it| it == secret)),
            "{before:?}"
        );
        let cleaned = published(&[(name, bytes.clone())]).remove(0);
        assert_eq!(found(&cleaned), [""; 0], "{name}");
        // Addresses in the file stay valid: what has gone is overwritten in its place.
        assert_eq!(cleaned.len(), bytes.len());
        for kept in [&b"moov"[..], b"stco", b"mdat"] {
            let at = |bytes: &[u8]| bytes.windows(4).position(|it| it == kept);
            assert_eq!(at(&cleaned), at(&bytes), "{name}");
        }
        assert!(
            tags(&cleaned).contains("Duration                        : 1"),
            "{name}"
        );
    }
}

#[test]
fn files_without_position_and_device_keep_their_bytes() {
    let mut harmless = vec![
        ("jpeg.datos", photograph()),
        ("png.datos", encoded(ImageFormat::Png)),
        ("webp.datos", encoded(ImageFormat::WebP)),
        ("gif.datos", animation()),
        ("tiff.datos", b"II*\0\x08\0\0\0\0\0\0\0\0\0".to_vec()),
        ("tabla.csv", "distrito;personas\nÑahuimpuquio;120\n".into()),
        (
            "puntos.geojson",
            br#"{"type":"Point","coordinates":[-77.042793,-12.046374]}"#.to_vec(),
        ),
        ("iirsa.txt", b"IIRSA Sur, tramo 2; RIFF, GIF8, ID3".to_vec()),
        ("bytes.datos", (0..=255).collect()),
        ("vacio.datos", Vec::new()),
    ];
    let media_names = [
        "clip.mp4",
        "clip.mov",
        "sound.mp3",
        "sound.flac",
        "sound.ogg",
        "sound.wav",
    ];
    harmless.extend(media_names.map(|name| (name, media(name))));
    for ((name, before), after) in harmless.iter().zip(published(&harmless)) {
        assert!(*before == after, "{name}");
    }
}

#[test]
fn pictures_that_cannot_be_taken_apart_are_refused_with_the_way_out() {
    let heic = b"\0\0\0\x18ftypheic\0\0\0\0mif1heic".to_vec();
    let avif = b"\0\0\0\x18ftypavif\0\0\0\0mif1avif".to_vec();
    let raw = b"\0\0\0\x18ftypcrx \0\0\0\0crx isom".to_vec();
    let tiff = with_tags("a.tif", &tiff(), &["-EXIF:Model=SM-A125M"]);
    let site = TestSite::new().case(
        "a.md",
        "[a](foto.heic) [b](foto.avif) [c](foto.cr3) [d](foto.tif) [e](escondida.pdf)",
    );
    let site = site.file("quipu.yaml", SETTINGS);
    let hidden = ("escondida.pdf", heic.clone());
    let others = [
        ("foto.heic", heic),
        ("foto.avif", avif),
        ("foto.cr3", raw),
        ("foto.tif", tiff),
    ];
    for (name, bytes) in others.iter().chain([&hidden]) {
        site.write(&format!("content/casos/{name}"), bytes);
    }
    for command in ["check", "build"] {
        let run = site.quipu(&[command]).code(1);
        for (name, _) in others.iter().chain([&hidden]) {
            assert!(run.stderr().contains(name), "{name}: {}", run.stderr());
        }
        run.says("Q0084").says("expórtela como JPEG");
    }
    assert!(!site.path("public").exists());
}

/// The smallest picture in the format TIFF: one black pixel.
fn tiff() -> Vec<u8> {
    let mut bytes = b"II*\0\x08\0\0\0\x08\0".to_vec();
    let tags: [(u16, u16); 8] = [
        (256, 1),
        (257, 1),
        (258, 8),
        (259, 1),
        (262, 1),
        (273, 122),
        (278, 1),
        (279, 1),
    ];
    for (tag, value) in tags {
        bytes.extend(tag.to_le_bytes());
        bytes.extend([3, 0, 1, 0, 0, 0]);
        bytes.extend(u32::from(value).to_le_bytes());
    }
    bytes.extend([0; 17]);
    bytes
}

#[test]
fn cleaned_files_do_not_depend_on_their_cache() {
    let site = TestSite::new().case("a.md", "[a](clip.mp4) [b](clip.mov)");
    let video = with_tags("clip.mp4", &media("clip.mp4"), &OF_VIDEOS);
    site.write("content/casos/clip.mp4", &video);
    site.write("content/casos/clip.mov", &media("clip.mov"));
    site.write(
        "raiz/foto.datos",
        &with_tags("a.jpg", &photograph(), &OF_PICTURES),
    );
    let site = site.build();
    let first = site.built();
    assert_eq!(found(&first["casos/clip.mp4"]), [""; 0]);
    assert_eq!(found(&first["foto.datos"]), [""; 0]);
    for file in fs::read_dir(site.path(".quipu/downloads")).expect("a cache") {
        fs::write(file.expect("a file").path(), b"{").expect("a file");
    }
    site.forget();
    let site = site.build();
    assert!(site.built() == first);
    // What is no longer in the content leaves the cache.
    fs::remove_file(site.path("content/casos/clip.mp4")).expect("a file");
    fs::remove_dir_all(site.path("raiz")).expect("a folder");
    let site = site.case("a.md", "[b](clip.mov)").build();
    let cached = fs::read_dir(site.path(".quipu/downloads")).expect("a cache");
    assert_eq!(cached.count(), 1);
}
