//! Writes a copy as a single zip file, reproducibly for an edition of a site.

use std::fs::{self, File};
use std::io::{self, BufWriter, Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

use crate::base::paths::flush_folder;
use crate::base::sha256;
use crate::carry::pack::Pack;
use crate::carry::progress::ByteProgress;
use crate::carry::source::{Source, changed};
use crate::carry::write::WriteError;

/// Size from which a file needs ZIP64, in bytes.
const LARGE: u64 = 0xffff_ffff;

/// Extensions of files that are compressed already; these are stored.
const COMPRESSED: [&str; 6] = ["gif", "jpeg", "jpg", "png", "webp", "zip"];

/// A complete zip file under a temporary name; removed on drop unless finished.
#[derive(Debug)]
pub struct Written {
    /// Temporary path of the zip file.
    pub file: PathBuf,
    to: PathBuf,
}

impl Written {
    /// Renames the file to its final path, over an earlier one.
    ///
    /// # Errors
    /// If it cannot be renamed.
    pub fn finish(self) -> Result<(), WriteError> {
        fs::rename(&self.file, &self.to).map_err(|error| (self.to.clone(), error))?;
        if let Some(folder) = self.to.parent() {
            flush_folder(folder);
        }
        Ok(())
    }
}

impl Drop for Written {
    fn drop(&mut self) {
        let _ = fs::remove_file(&self.file);
    }
}

/// Returns the temporary path for a zip file, in the same folder.
pub fn partial(to: &Path) -> PathBuf {
    let name = to.file_name().unwrap_or_default().to_string_lossy();
    to.with_file_name(format!(".{name}.quipu-parte"))
}

/// Writes `pack` to a temporary file in the folder of `to`.
///
/// # Errors
/// If the file cannot be written, or the site changes meanwhile; the file is then removed.
pub fn write(pack: &Pack, to: &Path, progress: &dyn ByteProgress) -> Result<Written, WriteError> {
    if let Some(parent) = to.parent().filter(|parent| !parent.as_os_str().is_empty()) {
        fs::create_dir_all(parent).map_err(|error| (parent.to_owned(), error))?;
    }
    let written = Written {
        file: partial(to),
        to: to.to_owned(),
    };
    let at = |error| (written.file.clone(), error);
    let file = File::create(&written.file).map_err(at)?;
    let mut on_progress = |count| progress.advance(count);
    let file = zip_into(BufWriter::new(file), pack, &mut on_progress).map_err(at)?;
    let file = file.into_inner().map_err(|error| at(error.into_error()))?;
    file.sync_all().map_err(at)?;
    Ok(written)
}

/// Returns the exact size of the zip file in bytes. This compresses all files.
///
/// # Errors
/// If the site cannot be read or changes meanwhile.
pub fn size(pack: &Pack) -> io::Result<u64> {
    let mut counter = zip_into(Counter::default(), pack, &mut |_| {})?;
    counter.seek(SeekFrom::End(0))
}

/// Returns an upper bound for the size of the zip file in bytes, without reading files.
pub fn largest_size(pack: &Pack) -> u64 {
    const PER_FILE: u64 = 256;
    let files = pack.files.iter();
    // Deflate adds a few bytes to each block of incompressible data.
    files
        .map(|(path, source)| {
            source.size() + source.size() / 1000 + 2 * path.len() as u64 + PER_FILE
        })
        .sum::<u64>()
        + PER_FILE
}

fn zip_into<W: Write + Seek>(
    writer: W,
    pack: &Pack,
    on_progress: &mut dyn FnMut(u64),
) -> io::Result<W> {
    let mut zip = ZipWriter::new(writer);
    for path in pack.in_order() {
        let source = &pack.files[path];
        zip.start_file(path, options(pack, path, source))?;
        let (digest, _) = sha256::copy(&mut *source.open()?, &mut zip, on_progress)?;
        if pack.digest(path).is_some_and(|wanted| wanted != digest) {
            return Err(changed());
        }
    }
    Ok(zip.finish()?)
}

fn options(pack: &Pack, path: &str, source: &Source) -> SimpleFileOptions {
    let kind = Path::new(path).extension().unwrap_or_default();
    let method = match COMPRESSED.iter().any(|known| kind == *known) {
        true => CompressionMethod::Stored,
        false => CompressionMethod::Deflated,
    };
    SimpleFileOptions::default()
        .compression_method(method)
        .last_modified_time(modified(pack))
        .unix_permissions(0o644)
        .system(zip::System::Unix)
        .large_file(source.size() >= LARGE)
}

/// Returns the time of the edition in the format of zip files; 1980-01-01 if out of range.
fn modified(pack: &Pack) -> DateTime {
    let time = pack.edition.edition.civil();
    let part = |number: i8| u8::try_from(number).unwrap_or_default();
    DateTime::from_date_and_time(
        u16::try_from(time.year()).unwrap_or_default(),
        part(time.month()),
        part(time.day()),
        part(time.hour()),
        part(time.minute()),
        part(time.second()),
    )
    .unwrap_or_default()
}

/// A seekable sink that counts bytes.
#[derive(Default)]
struct Counter {
    at: u64,
    end: u64,
}

impl Write for Counter {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.at += bytes.len() as u64;
        self.end = self.end.max(self.at);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

impl Seek for Counter {
    fn seek(&mut self, to: SeekFrom) -> io::Result<u64> {
        let (from, by) = match to {
            SeekFrom::Start(at) => (at, 0),
            SeekFrom::End(by) => (self.end, by),
            SeekFrom::Current(by) => (self.at, by),
        };
        let at = from.checked_add_signed(by);
        self.at = at.ok_or(io::ErrorKind::InvalidInput)?;
        Ok(self.at)
    }
}
