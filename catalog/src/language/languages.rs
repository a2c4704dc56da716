//! The languages of a catalog, as an iterator.

use crate::catalog::Catalog;
use core::iter::FusedIterator;
use core::slice;

/// The languages of a catalog's messages, as BCP 47 tags: the catalog's own, if it declares one, then those of its
/// translations. Created by [`Catalog::languages`].
#[derive(Clone, Debug)]
pub struct Languages {
    own: Option<&'static str>,
    translations: slice::Iter<'static, (&'static str, usize)>,
}

impl Languages {
    pub(crate) fn of<C: Catalog>() -> Self {
        Self { own: C::LANG, translations: C::TRANSLATIONS.iter() }
    }
}

impl Iterator for Languages {
    type Item = &'static str;

    fn next(&mut self) -> Option<&'static str> {
        self.own.take().or_else(|| self.translations.next().map(|(tag, _)| *tag))
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        let count = self.translations.len() + usize::from(self.own.is_some());
        (count, Some(count))
    }
}

impl ExactSizeIterator for Languages {}

impl FusedIterator for Languages {}
