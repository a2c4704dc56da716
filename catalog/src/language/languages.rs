//! The languages of a catalog, as an iterator.

use crate::catalog::Catalog;
use core::iter::FusedIterator;
use core::slice;

/// The languages of a catalog's messages, as BCP 47 tags: the catalog's own, if it declares one, then those of its
/// translations. A union has those of all its catalogs. Created by [`Catalog::languages`].
#[derive(Clone, Debug)]
pub struct Languages {
    own: Option<&'static str>,
    translations: slice::Iter<'static, (&'static str, usize)>,
    others: slice::Iter<'static, &'static str>,
}

impl Languages {
    pub(crate) fn of<C: Catalog>() -> Self {
        Self { own: C::LANG, translations: C::TRANSLATIONS.iter(), others: C::LANGUAGES.iter() }
    }
}

impl Iterator for Languages {
    type Item = &'static str;

    fn next(&mut self) -> Option<&'static str> {
        let next = self.own.take().or_else(|| self.translations.next().map(|(tag, _)| *tag));
        next.or_else(|| self.others.next().copied())
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        let count = usize::from(self.own.is_some()) + self.translations.len() + self.others.len();
        (count, Some(count))
    }
}

impl ExactSizeIterator for Languages {}

impl FusedIterator for Languages {}
