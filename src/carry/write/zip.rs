//! Writes a copy as a single zip file, reproducibly for an edition of a site.

use std::fs::{self, File};
use std::io::{self, BufWriter, Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

use super::{Draft, Form, FormError, Ready, confirm, create_parent};
use crate::base::file_error::FileError;
use crate::base::paths::flush_folder;
use crate::base::sha256;
use crate::base::text::size;
use crate::carry::copy;
use crate::carry::earlier::Earlier;
use crate::carry::layout::{MANIFEST, OPENING, UPDATE_LIST};
use crate::carry::pack::Pack;
use crate::carry::progress::ByteProgress;
use crate::carry::source::Source;
use crate::carry::space::{FileSystemSpace, LARGEST_ON_FAT32};
use crate::carry::verify::{self, VerifyError};
use crate::messages::locale::Message;

/// Size from which a file needs ZIP64, in bytes.
const LARGE: u64 = 0xffff_ffff;

/// Extensions of files that are compressed already; these are stored.
const COMPRESSED: [&str; 6] = ["gif", "jpeg", "jpg", "png", "webp", "zip"];

/// A single zip file, which replaces an earlier one in a single step.
#[derive(Debug)]
pub(super) struct Zip;

impl Form for Zip {
    fn name(&self) -> Option<&'static str> {
        Some("zip")
    }

    fn can_be_update(&self) -> bool {
        true
    }

    /// Accepts only a zip file that contains a copy or an update.
    fn inspect(&self, path: &Path) -> Result<Earlier, FormError> {
        match fs::symlink_metadata(path) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(Earlier::default()),
            Err(error) => Err((path.to_owned(), error).into()),
            Ok(data) if data.is_dir() => Err(FormError::at("target-folder", path)),
            Ok(_) if is_copy(path) => Ok(Earlier::default()),
            Ok(_) => Err(Message::new("target-foreign")
                .with("path", path)
                .with("file", path)
                .into()),
        }
    }

    /// Uses the upper bound if that fits; only otherwise compresses once to measure the exact
    /// size.
    fn space(
        &self,
        pack: &Pack,
        target: &Ready<'_>,
        left: &FileSystemSpace,
    ) -> Result<u64, FormError> {
        let largest = left.allocated(largest_size(pack));
        if largest <= left.available.min(LARGEST_ON_FAT32) {
            return Ok(largest);
        }
        let bytes =
            exact_size(pack).map_err(|error| FormError::Write(target.path.to_owned(), error))?;
        if bytes > LARGEST_ON_FAT32 {
            let message = Message::new("zip-large").with("path", target.path);
            return Err(message.with("size", &size(bytes)).into());
        }
        Ok(left.allocated(bytes))
    }

    fn write(
        &self,
        pack: &Pack,
        target: &Ready<'_>,
        progress: &dyn ByteProgress,
    ) -> Result<Box<dyn Draft>, FormError> {
        create_parent(target.path)?;
        let draft = ZipDraft {
            file: temporary(target.path),
            to: target.path.to_owned(),
        };
        let at = |error| (draft.file.clone(), error);
        let file = File::create(&draft.file).map_err(at)?;
        let mut on_progress = |count| progress.advance(count);
        let file = zip_into(BufWriter::new(file), pack, &mut on_progress)
            .map_err(|error| FormError::Write(draft.file.clone(), error))?;
        let file = file.into_inner().map_err(|error| at(error.into_error()))?;
        file.sync_all().map_err(at)?;
        Ok(Box::new(draft))
    }
}

fn is_copy(path: &Path) -> bool {
    copy::open(path).is_ok_and(|contents| {
        let has = |file: &str| contents.files().contains_key(file);
        has(UPDATE_LIST) || has(OPENING) && has(MANIFEST)
    })
}

/// A complete zip file under a temporary name in the folder of the target; removed on drop
/// unless finished.
struct ZipDraft {
    file: PathBuf,
    to: PathBuf,
}

/// Returns the temporary path for a zip file, in the same folder.
fn temporary(to: &Path) -> PathBuf {
    let name = to.file_name().unwrap_or_default().to_string_lossy();
    to.with_file_name(format!(".{name}.quipu-parte"))
}

impl Draft for ZipDraft {
    fn read_back(&self, progress: &dyn ByteProgress) -> Result<(), FormError> {
        let report = match verify::verify(&self.file, None, progress) {
            Ok(report) => Some(report),
            Err(VerifyError::NoPack(_)) => None,
            Err(VerifyError::Io(path, error)) => return Err(FormError::Read(path, error)),
        };
        confirm(report, &self.to)
    }

    fn finish(self: Box<Self>) -> Result<(), FormError> {
        fs::rename(&self.file, &self.to).map_err(|error| (self.to.clone(), error))?;
        if let Some(folder) = self.to.parent() {
            flush_folder(folder);
        }
        Ok(())
    }
}

impl Drop for ZipDraft {
    fn drop(&mut self) {
        let _ = fs::remove_file(&self.file);
    }
}

/// Returns the exact size of the zip file in bytes. This compresses all files.
fn exact_size(pack: &Pack) -> Result<u64, FileError> {
    let mut counter = zip_into(Counter::default(), pack, &mut |_| {})?;
    Ok(counter.seek(SeekFrom::End(0))?)
}

/// Returns an upper bound for the size of the zip file in bytes, without reading files.
fn largest_size(pack: &Pack) -> u64 {
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
) -> Result<W, FileError> {
    let mut zip = ZipWriter::new(writer);
    for path in pack.in_order() {
        let source = &pack.files[path];
        zip.start_file(path, options(pack, path, source))
            .map_err(io::Error::from)?;
        let (digest, _) = sha256::copy(&mut *source.open()?, &mut zip, on_progress)?;
        if pack.digest(path).is_some_and(|wanted| wanted != digest) {
            return Err(FileError::Changed);
        }
    }
    Ok(zip.finish().map_err(io::Error::from)?)
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
