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

/// Returns a package with these files, the first ones stored.
fn zipped(files: &[(&str, &[u8])]) -> Vec<u8> {
    let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in files {
        let method = match *name {
            "mimetype" => zip::CompressionMethod::Stored,
            _ => zip::CompressionMethod::Deflated,
        };
        let options = zip::write::SimpleFileOptions::default().compression_method(method);
        zip.start_file(*name, options).expect("a file");
        std::io::Write::write_all(&mut zip, bytes).expect("a file");
    }
    zip.finish().expect("a package").into_inner()
}

fn unzipped(bytes: &[u8]) -> Vec<(String, Vec<u8>)> {
    let mut zip = zip::ZipArchive::new(Cursor::new(bytes)).expect("a package");
    let files = (0..zip.len()).map(|at| {
        let mut file = zip.by_index(at).expect("a file");
        let mut bytes = Vec::new();
        std::io::Read::read_to_end(&mut file, &mut bytes).expect("a file");
        (file.name().expect("a name").into_owned(), bytes)
    });
    files.collect()
}

#[test]
fn documents_and_packages_lose_what_their_pictures_carry() {
    let photo = with_tags("a.jpg", &photograph(), &OF_PICTURES);
    let properties = br#"<Properties><property name="Camera"><a>SM-A125M</a></property><property name="Oficina"><a>Lima</a></property></Properties>"#;
    let word: [(&str, &[u8]); 4] = [
        ("[Content_Types].xml", b"<Types/>"),
        ("word/document.xml", b"<w:document/>"),
        ("word/media/image1.jpeg", &photo),
        ("docProps/custom.xml", properties),
    ];
    let writer: [(&str, &[u8]); 3] = [
        ("mimetype", b"application/vnd.oasis.opendocument.text"),
        ("content.xml", b"<office:document/>"),
        ("Pictures/1.jpg", &photo),
    ];
    let packages = [("a.docx", zipped(&word)), ("a.odt", zipped(&writer))];
    let nested = ("a.zip", zipped(&[("acta/a.docx", &packages[0].1)]));
    let all = [packages[0].clone(), packages[1].clone(), nested];
    let cleaned = published(&all);
    let text = |bytes: &[u8]| unzipped(bytes);
    for ((name, before), after) in all.iter().zip(&cleaned).take(2) {
        let (before, after) = (text(before), text(after));
        let names = |files: &[(String, Vec<u8>)]| -> Vec<String> {
            files.iter().map(|(name, _)| name.clone()).collect()
        };
        assert_eq!(names(&before), names(&after), "{name}");
        for (part, bytes) in &after {
            assert_eq!(
                found(bytes)
                    .iter()
                    .filter(|it| !it.contains("Warning"))
                    .count(),
                0,
                "{part}"
            );
        }
    }
    assert!(cleaned[1][30..].starts_with(b"mimetypeapplication/vnd.oasis"));
    let custom = text(&cleaned[0]).remove(3).1;
    assert_eq!(
        String::from_utf8_lossy(&custom),
        r#"<Properties><property name="Oficina"><a>Lima</a></property></Properties>"#
    );
    let inner = text(&cleaned[2]).remove(0).1;
    assert!(
        inner == cleaned[0],
        "documents in packages are cleaned alike"
    );
}

/// The smallest document with a page, and a photograph on it.
fn pdf(photo: &[u8]) -> Vec<u8> {
    let length = photo.len();
    let mut objects: Vec<Vec<u8>> = [
        "<</Type/Catalog/Pages 2 0 R>>",
        "<</Type/Pages/Kids[3 0 R]/Count 1>>",
        "<</Type/Page/Parent 2 0 R/MediaBox[0 0 90 60]/Contents 4 0 R\
         /Resources<</XObject<</F 5 0 R>>>>>>",
        "<</Length 22>>\nstream\nq 90 0 0 60 0 0 cm /F \nendstream",
    ]
    .map(|text| text.as_bytes().to_vec())
    .to_vec();
    let mut picture = format!(
        "<</Type/XObject/Subtype/Image/Width 90/Height 60/ColorSpace/DeviceRGB\
         /BitsPerComponent 8/Filter/DCTDecode/Length {length}>>\nstream\n"
    )
    .into_bytes();
    picture.extend(photo);
    picture.extend(b"\nendstream");
    objects.push(picture);
    let mut bytes = b"%PDF-1.4\n".to_vec();
    let mut addresses = Vec::new();
    for (at, object) in objects.iter().enumerate() {
        addresses.push(bytes.len());
        bytes.extend(format!("{} 0 obj\n", at + 1).bytes());
        bytes.extend(object);
        bytes.extend(b"\nendobj\n");
    }
    let begin = bytes.len();
    bytes.extend(b"xref\n0 6\n0000000000 65535 f \n");
    for address in addresses {
        bytes.extend(format!("{address:010} 00000 n \n").bytes());
    }
    bytes.extend(format!("trailer\n<</Size 6/Root 1 0 R>>\nstartxref\n{begin}\n%%EOF\n").bytes());
    bytes
}

#[test]
fn portable_documents_lose_position_and_device_and_still_open() {
    let photo = with_tags("a.jpg", &photograph(), &OF_PICTURES);
    let with_photo = pdf(&photo);
    let harmless = pdf(&photograph());
    let described = with_tags(
        "a.pdf",
        &harmless,
        &[
            "-PDF:Producer=Canon SM-A125M",
            "-PDF:Title=Acta",
            "-XMP-exif:GPSLatitude=12.046374",
        ],
    );
    let all = [
        ("a.pdf", with_photo),
        ("b.pdf", described),
        ("c.pdf", harmless.clone()),
    ];
    assert!(
        all.iter()
            .take(2)
            .all(|(_, bytes)| !found(bytes).is_empty())
    );
    let cleaned = published(&all);
    assert!(cleaned[2] == harmless);
    for bytes in &cleaned {
        assert_eq!(found(bytes), [""; 0]);
        assert!(tags(bytes).contains("PageCount                       : 1"));
    }
    assert!(tags(&cleaned[1]).contains("Title                           : Acta"));
}

#[test]
fn a_picture_without_its_end_is_an_error() {
    let formats = [
        ("a.jpg", photograph()),
        ("a.png", encoded(ImageFormat::Png)),
        ("a.webp", encoded(ImageFormat::WebP)),
        ("a.gif", animation()),
        ("b.gif", encoded(ImageFormat::Gif)),
        ("a.bmp", encoded(ImageFormat::Bmp)),
    ];
    for (name, bytes) in formats {
        for percent in [10, 50, 90, 99] {
            let site = TestSite::new().case("a.md", &format!("![Un punto]({name})"));
            let cut = &bytes[..bytes.len() * percent / 100];
            site.write(&format!("content/casos/{name}"), cut);
            let run = site.quipu(&["check"]).code(1);
            let errors = run.stderr();
            assert!(errors.contains("Q0085"), "{name} at {percent} %: {errors}");
        }
    }
}

#[test]
fn an_animation_that_becomes_still_is_a_warning() {
    let mut webp = b"RIFF\0\0\0\0WEBPVP8X\x0a\0\0\0\x02\0\0\0".to_vec();
    webp.extend([89, 0, 0, 59, 0, 0]);
    let still = encoded(ImageFormat::WebP);
    let mut frame = vec![0; 6];
    frame.extend([89, 0, 0, 59, 0, 0, 100, 0, 0, 0]);
    frame.extend(&still[12..]);
    webp.extend(b"ANIM\x06\0\0\0\0\0\0\0\0\0ANMF");
    webp.extend((frame.len() as u32).to_le_bytes());
    webp.extend(frame);
    let size = webp.len() as u32 - 8;
    webp[4..8].copy_from_slice(&size.to_le_bytes());
    let site = TestSite::new().case("a.md", "![Un punto](a.webp) ![Otro](b.webp)");
    site.write("content/casos/a.webp", &webp);
    site.write("content/casos/b.webp", &still);
    for _ in 0..2 {
        let run = site.quipu(&["check"]).code(0);
        assert_eq!(run.stderr().matches("Q0086").count(), 1, "{}", run.stderr());
        run.says("casos/a.webp");
    }
}

#[test]
fn hostile_files_of_each_family_are_refused_or_cleaned_and_never_stop_the_program() {
    let photo = with_tags("a.jpg", &photograph(), &OF_PICTURES);
    let seeds = [
        photo.clone(),
        with_tags("a.png", &encoded(ImageFormat::Png), &OF_PICTURES),
        with_tags("a.webp", &encoded(ImageFormat::WebP), &OF_PICTURES),
        animation(),
        with_tags("a.mp4", &media("clip.mp4"), &OF_VIDEOS),
        media("sound.mp3"),
        media("sound.flac"),
        media("sound.ogg"),
        media("sound.wav"),
        media("clip.avi"),
        pdf(&photo),
        zipped(&[("a.jpg", &photo)]),
        tiff(),
    ];
    let mut random = fastrand::Rng::with_seed(84);
    let site = TestSite::new().file("quipu.yaml", SETTINGS);
    let mut links = String::new();
    for (family, seed) in seeds.iter().enumerate() {
        for number in 0..40 {
            let mut bytes = seed.clone();
            for _ in 0..random.usize(1..8) {
                let at = random.usize(..bytes.len().min(4096));
                bytes[at] = random.u8(..);
            }
            if number % 4 == 0 {
                bytes.truncate(random.usize(..bytes.len()));
            }
            let name = format!("archivo-{family}-{number}.datos");
            site.write(&format!("content/casos/{name}"), &bytes);
            links.push_str(&format!("[Archivo]({name})\n"));
        }
    }
    let site = site.case("a.md", &links);
    let run = site.quipu(&["check"]).code(1);
    assert!(!run.stderr().contains("panicked"), "{}", run.stderr());
    run.says("Q0084");
}

#[test]
fn sound_loses_names_of_devices_and_keeps_its_length() {
    let mut mp3 = b"ID3\x03\0\0\0\0\0\x60".to_vec();
    for (name, text) in [("TIT2", "\0Acta"), ("TXXX", "\0Device\0SM-A125M")] {
        mp3.extend(name.bytes());
        mp3.extend((text.len() as u32).to_be_bytes());
        mp3.extend([0, 0]);
        mp3.extend(text.bytes());
    }
    mp3.extend(b"GEOB\0\0\0\x10\0\0\0a\0b\0c\0RX8N70ABC");
    mp3.resize(10 + 0x60, 0);
    let sound = media("sound.mp3");
    mp3.extend(&sound);
    let cleaned = published(&[("a.mp3", mp3.clone())]).remove(0);
    assert!(found(&mp3).iter().any(|it| it == "RX8N70ABC"));
    assert!(
        !found(&cleaned)
            .iter()
            .any(|it| SECRETS.contains(&it.as_str()))
    );
    assert!(cleaned.len() == mp3.len() && cleaned.ends_with(&sound));
    assert!(tags(&cleaned).contains("Title                           : Acta"));
}

#[test]
fn an_old_office_document_with_a_photo_of_a_place_is_refused() {
    let photo = with_tags("a.jpg", &photograph(), &OF_PICTURES);
    let document = |content: &[u8]| {
        let mut file = cfb::CompoundFile::create(Cursor::new(Vec::new())).expect("a document");
        let mut stream = file.create_stream("/Data").expect("a stream");
        std::io::Write::write_all(&mut stream, content).expect("a stream");
        drop(stream);
        file.into_inner().into_inner()
    };
    let harmless = document(&photograph());
    assert!(published(&[("a.doc", harmless.clone())])[0] == harmless);
    let site = TestSite::new().case("a.md", "[a](a.doc)");
    site.write("content/casos/a.doc", &document(&photo));
    site.quipu(&["check"]).code(1).says(".docx");
}

#[test]
fn packages_that_unpack_to_more_than_memory_holds_are_refused() {
    let zeros = vec![0; 70 * 1024 * 1024];
    let bomb = zipped(&[("ceros.bin", &zeros)]);
    assert!(bomb.len() < 100_000);
    let site = TestSite::new().case("a.md", "[a](a.zip)");
    site.write("content/casos/a.zip", &bomb);
    site.quipu(&["check"])
        .code(1)
        .says("Q0084")
        .says("demasiado grande");
}
