//! The table of diagnostics: one row for each, in ascending order of their codes.
//!
//! A new diagnostic is a row with the next free code, and its texts under the row's id in
//! both message catalogues. [`super::row`] explains the columns. `nearest` is the most
//! likely intended value, if any is near.

use super::argument::kind_of_target;
use super::facts::{
    AddressForm, Claimant, CleaningFault, Expected, FolderUse, Lines, LogoFault, MAX_COPY_NAMES,
    PageFault, PictureMeasure, Refusal, Secret, SynonymFault, SynonymOwner, UnchangedCopy,
    YamlMistake,
};
use super::row::diagnostics;
use super::severity::Severity;

diagnostics! {
    /// The text is not encoded as UTF-8.
    Q0001 "not-utf8" Error: NotUtf8;
    /// The text is larger than the limit.
    Q0002 "too-large" Error: TooLarge { limit_mib: u64 };
    /// The file has no text.
    Q0003 "empty-file" Error: EmptyFile;
    /// The system refuses to read the file. Build stamps never hold it: it stops the build.
    #[serde(skip)]
    Q0004 "unreadable" Error: Unreadable { refusal: Refusal }
        with reason = refusal, said = refusal.message;
    /// A folder contains itself through a symbolic link.
    Q0005 "folder-loop" Error: FolderLoop;
    /// No path can be made from the file's name.
    Q0006 "invalid-file-name" Error: InvalidFileName { name: String };
    /// The page's path is longer than the limit.
    Q0007 "name-too-long" Error: NameTooLong { permalink: String, limit: usize };
    /// Windows reserves the name.
    Q0008 "reserved-name" Error: ReservedName { name: String };
    /// The file's name ends in a language that the site does not declare.
    Q0009 "undeclared-language" Error: UndeclaredLanguage { language: String };
    /// The file does not begin with front matter.
    Q0010 "missing-front-matter" Error: MissingFrontMatter;
    /// The front matter has no closing line.
    Q0011 "unclosed-front-matter" Error: UnclosedFrontMatter;
    /// The front matter or data file is not well-formed YAML.
    Q0012 "invalid-yaml" Error: InvalidYaml { mistake: YamlMistake };
    /// A value is not a mapping of keys to values.
    Q0013 "not-a-mapping" Error: NotAMapping;
    /// No setting or field has this key.
    Q0014 "unknown-key" Error: UnknownKey { key: String, nearest: Option<String> };
    /// The key belongs to another program and has no effect.
    Q0015 "foreign-key" Warning: ForeignKey { key: String };
    /// The mapping has the key more than once.
    Q0016 "duplicate-key" Error: DuplicateKey { key: String };
    /// A required key is missing or has no value.
    Q0017 "missing-key" Error: MissingKey {
        key: String,
        alias: String,
        /// The key as written in the file, if it is there without a value.
        written: Option<String>,
    };
    /// The value has another type than expected.
    Q0018 "wrong-type" Error: WrongType { key: String, expected: Expected };
    /// The calendar has no such date.
    Q0019 "invalid-date" Error: InvalidDate { value: String };
    /// The period ends before it begins.
    Q0020 "invalid-period" Error: InvalidPeriod;
    /// No document type has this name.
    Q0021 "unknown-type" Error: UnknownType { value: String, nearest: Option<String> };
    /// The vocabulary has no such term.
    Q0022 "unknown-term" Error: UnknownTerm {
        facet: String,
        alias: String,
        value: String,
        nearest: Option<String>,
    };
    /// The address does not have the form that its use requires.
    Q0023 "invalid-address" Error: InvalidAddress {
        form: AddressForm,
        value: String,
        nearest: Option<String>,
    };
    /// A symbolic link leads out of its folder.
    Q0024 "outside-root" Error: OutsideRoot;
    /// The file's format can run code, and the site does not allow it.
    Q0025 "forbidden-asset" Error: ForbiddenAsset { extension: String };
    /// The region or province has no place of this name.
    Q0026 "unknown-place" Error: UnknownPlace {
        is_district: bool,
        value: String,
        within: String,
        nearest: Option<String>,
        elsewhere: Option<String>,
    };
    /// The region has several districts of this name.
    Q0027 "ambiguous-place" Error: AmbiguousPlace { value: String, provinces: String };
    /// The separator can mean either decimals or thousands.
    Q0028 "ambiguous-number" Error: AmbiguousNumber { value: String, large: String, small: String };
    /// A comma inside braces splits a text or number.
    Q0029 "comma-in-braces" Error: CommaInBraces { text: String };
    /// No facet of the site has this vocabulary.
    Q0030 "unknown-vocabulary" Error: UnknownVocabulary { name: String, nearest: Option<String> };
    /// The identifier cannot be part of a path, or is taken.
    Q0031 "invalid-slug" Error: InvalidSlug { value: String };
    /// Two terms of a facet have the same name.
    Q0032 "duplicate-term" Error: DuplicateTerm { facet: String, alias: String, value: String };
    /// The parent is not a term of the same vocabulary.
    Q0033 "unknown-parent" Error: UnknownParent { value: String, nearest: Option<String> };
    /// The language code is invalid or repeated.
    Q0034 "invalid-language" Error: InvalidLanguage { value: String };
    /// The public address of the site is invalid.
    Q0035 "invalid-base-url" Error: InvalidBaseUrl { value: String };
    /// No folder holds the theme.
    Q0036 "unknown-theme" Error: UnknownTheme { name: String };
    /// The term is its own ancestor.
    Q0037 "own-parent" Error: OwnParent { value: String };
    /// ISO 4217 has no such currency.
    Q0038 "invalid-currency" Error: InvalidCurrency { value: String, nearest: Option<String> };
    /// The final measure is from an earlier year than the baseline.
    Q0039 "reversed-measures" Error: ReversedMeasures;
    /// Two outputs have the same address.
    Q0040 "duplicate-permalink" Error: DuplicatePermalink { permalink: String, owner: Claimant }
        with other = owner.location();
    /// The link's target does not exist.
    Q0041 "broken-link" Error: BrokenLink { target: String, nearest: Option<String> }
        with to = kind_of_target(target);
    /// The linked page has no such anchor.
    Q0042 "broken-anchor" Error: BrokenAnchor {
        anchor: String,
        page: String,
        nearest: Option<String>,
    };
    /// The link starts at the root of a server, which a USB stick does not have.
    Q0043 "absolute-link" Error: AbsoluteLink { target: String };
    /// The link's scheme is not allowed.
    Q0044 "unsafe-link" Error: UnsafeLink { target: String, nearest: Option<String> };
    /// The cited number is not in the list of sources.
    Q0045 "unknown-source" Error: UnknownSource { number: u64, count: usize };
    /// A picture has no description.
    Q0046 "missing-alt" Warning: MissingAlt;
    /// The picture cannot be decoded.
    Q0047 "unreadable-picture" Error: UnreadablePicture;
    /// The picture exceeds a limit.
    Q0048 "picture-too-large" Error: PictureTooLarge {
        measure: PictureMeasure,
        size: u64,
        limit: u64,
    };
    /// The file is not in a supported picture format.
    Q0049 "not-a-picture" Error: NotAPicture { target: String };
    /// The template is not well-formed.
    Q0050 "template-syntax" Error: TemplateSyntax { message: String };
    /// The template failed while rendering.
    Q0051 "template-failed" Error: TemplateFailed {
        message: String,
        /// Names that could be used instead.
        available: Vec<String>,
    };
    /// A required template is missing.
    Q0052 "missing-template" Error: MissingTemplate { name: String };
    /// The theme's strings are not a well-formed catalogue.
    Q0053 "invalid-strings" Error: InvalidStrings { message: String };
    /// The picture is on another site.
    Q0054 "foreign-picture" Error: ForeignPicture { target: String };
    /// The picture is in HTML, where it is not processed.
    Q0055 "html-picture" Error: HtmlPicture;
    /// Another site answers the link with an error.
    Q0056 "dead-link" Warning: DeadLink { target: String, status: u16 };
    /// Another site does not answer.
    Q0057 "silent-link" Warning: SilentLink { target: String };
    /// The cited note does not exist.
    Q0058 "undefined-note" Warning: UndefinedNote { label: String };
    /// Nothing cites the note.
    Q0059 "uncited-note" Warning: UncitedNote { label: String };
    /// A line that looks like a heading has no space after `#`.
    Q0060 "unspaced-heading" Warning: UnspacedHeading { words: String };
    /// Blocks are nested deeper than the limit.
    Q0061 "deep-nesting" Error: DeepNesting { limit: usize };
    /// The page has more HTML than a page needs.
    Q0062 "too-much-html" Error: TooMuchHtml { tags: usize, kibibytes: usize };
    /// The page has more headings than the limit.
    Q0063 "too-many-headings" Error: TooManyHeadings { limit: usize };
    /// Two notes have the same label.
    Q0064 "repeated-note" Warning: RepeatedNote { label: String };
    /// The link is in HTML, where it is not checked.
    Q0065 "html-link" Error: HtmlLink;
    /// A synonym or its group has the wrong form.
    Q0066 "invalid-synonym" Error: InvalidSynonym { fault: SynonymFault, nearest: Option<String> };
    /// A group has fewer than two synonyms.
    Q0067 "lone-synonym" Warning: LoneSynonym { word: Option<String> };
    /// The synonym is already in a group.
    Q0068 "repeated-synonym" Warning: RepeatedSynonym { value: String, owner: SynonymOwner }
        with place = owner.location();
    /// The synonym is longer than the limit.
    Q0069 "long-synonym" Error: LongSynonym { words: usize, characters: usize };
    /// The group has more synonyms than the limit.
    Q0070 "too-many-synonyms" Error: TooManySynonyms { limit: usize };
    /// The text is hard to read on its background.
    Q0071 "low-contrast" Warning: LowContrast {
        text: String,
        ground: String,
        is_dark: bool,
        /// Contrast ratio in tenths.
        tenths: u64,
        nearest: String,
    } with whole = tenths / 10, tenth = tenths % 10;
    /// The theme is its own base.
    Q0072 "theme-circle" Error: ThemeCircle { name: String };
    /// The picture cannot be the logo.
    Q0073 "invalid-logo" Error: InvalidLogo { fault: LogoFault };
    /// The number is outside the range of its key; the nearest one in it is used.
    Q0074 "out-of-range" Warning: OutOfRange {
        key: String,
        value: u64,
        least: u64,
        most: u64,
        used: u64,
    };
    /// The theme has no strings in a language of the site.
    Q0075 "missing-strings" Error: MissingStrings {
        language: String,
        /// The file that would have them.
        file: String,
    };
    /// The theme lacks some strings in a language of the site.
    Q0076 "incomplete-strings" Warning: IncompleteStrings {
        language: String,
        /// The file that would have them.
        file: String,
        count: usize,
        /// Ids of the first missing strings.
        first: Vec<String>,
    } with others = *count - first.len();
    /// No kind of alert has this name.
    Q0077 "unknown-alert" Warning: UnknownAlert { name: String, nearest: Option<String> };
    /// A script of the theme that is bound to the program's formats is not used.
    Q0078 "ignored-script" Warning: IgnoredScript {
        path: String,
        /// Whether it has other bytes than the program's.
        differs: bool,
    } with bytes = if *differs { "other" } else { "same" };
    /// The program has changed a theme's file since the site took a copy of it.
    Q0079 "outdated-copy" Warning: OutdatedCopy {
        path: String,
        /// Version of the program that is recorded for the file.
        ejected: String,
        /// From the program's file to the site's; empty if the program no longer has it.
        diff: Lines,
        /// Lines of the diff that are not shown.
        more: usize,
    } with
        current = env!("CARGO_PKG_VERSION"),
        found = if diff.0.is_empty() { "none" } else { "some" };
    /// The site has unchanged copies of the theme's files.
    Q0080 "unchanged-copies" Warning: UnchangedCopies { folder: String, files: Vec<UnchangedCopy> }
        with count = files.len(), more = files.len().saturating_sub(MAX_COPY_NAMES);
    /// Positions and names of devices cannot be removed from the file.
    Q0084 "uncleanable-file" Error: UncleanableFile {
        /// Path of the file within the package that is refused, if it is not the package.
        within: Option<String>,
        fault: CleaningFault,
    };
    /// The picture ends before its last pixel.
    Q0085 "truncated-picture" Error: TruncatedPicture;
    /// The picture moves, and is published as a still one.
    Q0086 "lost-motion" Warning: LostMotion;
    /// A finished page loads or leads to something that it must not.
    Q0088 "unsafe-page" Error: UnsafePage { page: String, address: String, fault: PageFault };
    /// The folder is for what the program publishes.
    Q0097 "reserved-folder" Error: ReservedFolder { folder: String, folder_use: FolderUse };
    /// Nothing uses the files, so that they are not published.
    Q0098 "unused-files" Warning: UnusedFiles {
        count: usize,
        /// The first files, relative to the site's folder.
        first: Vec<String>,
    } with others = *count - first.len();
    /// The file is not read as a document because of its name.
    Q0099 "misnamed-document" Warning: MisnamedDocument { intended: String };
    /// The summary is longer than lists show.
    Q0100 "long-summary" Advice: LongSummary { length: usize, limit: usize };
    /// The case has no summary.
    Q0101 "lacks-summary" Advice: LacksSummary;
    /// The case has no results.
    Q0102 "lacks-results" Advice: LacksResults;
    /// A result has no source.
    Q0103 "lacks-result-sources" Advice: LacksResultSources;
    /// The case has no cost.
    Q0104 "lacks-cost" Advice: LacksCost;
    /// The case has no conditions for replication.
    Q0105 "lacks-conditions" Advice: LacksConditions;
    /// The case has no steps for replication.
    Q0106 "lacks-steps" Advice: LacksSteps;
    /// The case has no risks for replication.
    Q0107 "lacks-risks" Advice: LacksRisks;
    /// The case has no contacts.
    Q0108 "lacks-contacts" Advice: LacksContacts;
    /// The case has no sources.
    Q0109 "lacks-sources" Advice: LacksSources;
    /// The case has no period.
    Q0110 "lacks-period" Advice: LacksPeriod;
    /// The page has no translation into a language of the site.
    Q0111 "missing-translation" Advice: MissingTranslation { language: String };
    /// The original is newer than its translation.
    Q0112 "stale-translation" Advice: StaleTranslation { language: String };
    /// The text has a heading at the level of the page's title.
    Q0113 "top-heading" Advice: TopHeading;
    /// Diagnostics of one file above the listed number.
    Q0119 "and-more" (*severity): AndMore { count: usize, severity: Severity };
    /// The key has another name that is more usual.
    Q0120 "key-style" Style: KeyStyle { key: String, usual: String };
    /// The term is written by name instead of by identifier.
    Q0121 "term-style" Style: TermStyle { value: String, slug: String };
    /// The date is not written as `YYYY-MM-DD`.
    Q0122 "date-style" Style: DateStyle { value: String, date: String };
    /// The line ends with spaces.
    Q0123 "trailing-space" Style: TrailingSpace;
    /// The file explains a folder to those who work in it.
    Q0124 "explanation" Warning: Explanation { name: String };
    /// The file is or contains a secret.
    Q0125 "secret-file" Error: SecretFile { secret: Secret };
    /// The file's format is not among those that are published.
    Q0126 "unlisted-type" Error: UnlistedType { extension: String };
    /// The drawing runs or loads something.
    Q0127 "active-drawing" Error: ActiveDrawing { part: String };
    /// The setting is not a pattern of file names.
    Q0128 "invalid-pattern" Error: InvalidPattern { value: String };
    /// The content has no such folder.
    Q0129 "unknown-folder" Error: UnknownFolder { value: String, nearest: Option<String> };
    /// The file only works at the root of the site.
    Q0130 "file-for-root" Warning: FileForRoot { name: String };
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::CODES;
    use crate::messages::locale::{catalogue, languages};

    #[test]
    fn every_code_has_its_own_texts_in_every_language() {
        let ids: BTreeSet<_> = CODES.iter().map(|(_, id)| id).collect();
        assert_eq!(ids.len(), CODES.len());
        for language in languages() {
            let entries = catalogue(&language).entries();
            for (code, id) in CODES {
                let parts = entries.get(*id).map_or(&[][..], Vec::as_slice);
                for part in ["name", "why", "help", "before", "after"] {
                    let has_part = parts.iter().any(|known| known == part);
                    assert!(has_part, "{language}.ftl: {id} ({code}) lacks .{part}");
                }
            }
        }
    }
}
