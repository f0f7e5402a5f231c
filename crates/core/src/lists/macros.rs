//! What makes a request of generated code a list.

/// What a request of a list has beside what every request has: streams of its items and pages, and where the runtime finds items and
/// positions. The request has a field `reading`.
///
/// `at` names the parameter that says where to begin, as its [`Position`](crate::lists::list::Position) and field; `begins` those
/// that are given up when going on, `refuses` those that lead another way, with their names on the wire; `limit` the one that says
/// how many items a page has; `items` and `id` where the list stands in a page, and what tells its items apart.
#[doc(hidden)]
#[macro_export]
macro_rules! list {
    (
        $request:ident => $page:ty, $error:ty;
        item $item:ty;
        $(at $position:ident $($at:ident).+;)?
        $(begins $($begins:ident).+;)*
        $(refuses $refused:ident $refused_name:literal;)*
        $(limit $($limit:ident).+;)?
        items |$at_page:ident| $items:expr;
        $(id |$at_item:ident| $id:expr;)?
    ) => {
        impl $request {
            /// All items of the list, page after page, each request with the parameters and options of this call; timeouts count
            /// for each page. Nothing is sent until the stream is read.
            #[inline]
            pub fn stream(self) -> $crate::ItemStream<Self> {
                self.reading.clone().stream(self)
            }

            /// All pages of the list, as the service answers them. Nothing is sent until the stream is read.
            #[inline]
            pub fn pages(self) -> $crate::PageStream<Self> {
                self.reading.clone().pages(self)
            }
        }

        #[cfg(feature = "blocking")]
        impl $request<$crate::blocking::Runtime> {
            /// All items of the list, page after page, each request with the parameters and options of this call; timeouts count
            /// for each page. Nothing is sent until the iterator is read.
            #[inline]
            pub fn stream(self) -> $crate::blocking::Iter<$crate::ItemStream<Self>> {
                let runtime = self.pending.mode.clone();
                runtime.iter(<Self as $crate::rt::List>::OPERATION, self.reading.clone().stream(self))
            }

            /// All pages of the list, as the service answers them. Nothing is sent until the iterator is read.
            #[inline]
            pub fn pages(self) -> $crate::blocking::Iter<$crate::PageStream<Self>> {
                let runtime = self.pending.mode.clone();
                runtime.iter(<Self as $crate::rt::List>::OPERATION, self.reading.clone().pages(self))
            }
        }

        impl<M> $request<M> {
            /// Makes `stream` and `pages` go on where an earlier reading of this list, with the same filters, stood. A cursor of
            /// another operation is refused: the stream's first item is then an error, and nothing is sent.
            pub fn resume_from(mut self, cursor: $crate::Cursor) -> Self {
                self.reading = self.reading.resume_from(cursor);
                self
            }

            /// Says what becomes of items that decoding had to mend: they are delivered, set aside, or end `stream` and `pages`
            /// in an error.
            pub fn on_repair(mut self, policy: $crate::OnRepair) -> Self {
                self.reading = self.reading.on_repair(policy);
                self
            }

            /// Makes `stream` deliver an item as often as the service gives it, though it was delivered already.
            pub fn keep_duplicates(mut self) -> Self {
                self.reading = self.reading.keep_duplicates();
                self
            }
        }

        impl<M: Clone + Send + Sync + 'static> $crate::rt::List for $request<M> {
            type Page = $page;
            type Item = $item;
            type Error = $error;

            const PROVIDER: &'static $crate::rt::Provider = <Self as $crate::rt::OperationRequest>::PROVIDER;
            const OPERATION: &'static $crate::rt::Operation = <Self as $crate::rt::OperationRequest>::OPERATION;

            fn start(&self) -> $crate::rt::Position {
                $(if let Some(at) = &self.$($at).+ {
                    return $crate::list!(@start $position at);
                })?
                $crate::rt::Position::Start
            }

            fn options(&mut self) -> &mut $crate::rt::CallOptions {
                &mut self.pending.options
            }

            fn elsewhere(&self) -> $crate::rt::Elsewhere {
                $(if !$crate::rt::Schema::is_absent(&self.$refused) {
                    return $crate::rt::Elsewhere::Refused($refused_name);
                })*
                $(if !$crate::rt::Schema::is_absent(&self.$($begins).+) {
                    return $crate::rt::Elsewhere::Begins;
                })*
                $crate::rt::Elsewhere::No
            }

            fn limit(&self) -> Option<i64> {
                $(if self.$($limit).+.is_some() {
                    return self.$($limit).+;
                })?
                None
            }

            fn set_limit(&mut self, limit: i64) {
                $(self.$($limit).+ = Some(limit);)?
                let _ = limit;
            }

            // A list that cannot be aimed has no arm between the two that return.
            #[allow(unreachable_code)]
            fn go_to(&mut self, position: &$crate::rt::Position) -> bool {
                let reached = match position {
                    $crate::rt::Position::Start => return true,
                    $($crate::rt::Position::$position(at) => {
                        self.$($at).+ = $crate::list!(@aim $position at);
                        self.$($at).+.is_some()
                    })?
                    _ => return false,
                };
                $(self.$($begins).+ = None;)*
                reached
            }

            async fn fetch(self) -> $crate::rt::Outcome<Self> {
                $crate::rt::OperationRequest::send(self).await
            }

            fn items(at: &mut $page) -> Option<&mut Vec<$item>> {
                let $at_page = at;
                $items
            }

            fn id(at: &$item) -> Option<::std::borrow::Cow<'_, str>> {
                $(let $at_item = at;
                return $id;)?
                #[allow(unreachable_code)]
                {
                    let _ = at;
                    None
                }
            }
        }
    };
    (@start After $at:ident) => {
        match $crate::rt::Id::id($at) {
            Some(id) => $crate::rt::Position::After(id.into_owned()),
            None => $crate::rt::Position::Start,
        }
    };
    (@start $position:ident $at:ident) => { $crate::rt::Position::$position(*$at) };
    (@aim After $at:ident) => { $at.parse().ok() };
    (@aim $position:ident $at:ident) => { Some(*$at) };
}
