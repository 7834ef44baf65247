//! Closed sets of words whose spelling in addresses and data files never changes.

/// Declares an enum whose variants each carry a permanent slug.
///
/// Gives `ALL` (in declared order), `slug()` and `from_slug()`, which answers `None` for a word that is
/// not in the set.
macro_rules! slugged {
    ($(#[$meta:meta])* $name:ident { $($(#[$variant_meta:meta])* $variant:ident = $slug:literal,)+ }) => {
        $(#[$meta])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $name { $($(#[$variant_meta])* $variant,)+ }

        impl $name {
            /// Every variant, in declared order.
            pub const ALL: &'static [Self] = &[$(Self::$variant,)+];

            /// The permanent word for it in addresses, data files and stored records.
            pub const fn slug(self) -> &'static str {
                match self { $(Self::$variant => $slug,)+ }
            }

            /// The variant with this slug, or `None`.
            pub fn from_slug(slug: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|it| it.slug() == slug)
            }
        }
    };
}

pub(crate) use slugged;
