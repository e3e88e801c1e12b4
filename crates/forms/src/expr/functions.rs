//! The functions of ODK XPath: their names, and how many arguments they take.

macro_rules! functions {
    ($($variant:ident $name:literal $least:literal ..= $most:literal,)*) => {
        /// A function that expressions may call.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub(crate) enum Function { $($variant,)* }

        impl Function {
            /// The function of this name.
            pub fn named(name: &str) -> Option<Self> {
                match name { $($name => Some(Function::$variant),)* _ => None }
            }

            /// Its name.
            pub fn name(self) -> &'static str {
                match self { $(Function::$variant => $name,)* }
            }

            /// The least and the greatest number of arguments.
            pub fn arguments(self) -> std::ops::RangeInclusive<usize> {
                match self { $(Function::$variant => $least..=$most,)* }
            }
        }
    };
}

functions! {
    Selected "selected" 2..=2,
    SelectedAt "selected-at" 2..=2,
    CountSelected "count-selected" 1..=1,
    ChoiceName "jr:choice-name" 2..=2,
    Itext "jr:itext" 1..=1,
    If "if" 3..=3,
    Coalesce "coalesce" 2..=2,
    Once "once" 1..=1,
    Not "not" 1..=1,
    True "true" 0..=0,
    False "false" 0..=0,
    Boolean "boolean" 1..=1,
    BooleanFromString "boolean-from-string" 1..=1,
    Number "number" 0..=1,
    String "string" 0..=1,
    Int "int" 1..=1,
    Round "round" 1..=2,
    Floor "floor" 1..=1,
    Ceiling "ceiling" 1..=1,
    Abs "abs" 1..=1,
    Pow "pow" 2..=2,
    Sqrt "sqrt" 1..=1,
    Sin "sin" 1..=1,
    Cos "cos" 1..=1,
    Tan "tan" 1..=1,
    Asin "asin" 1..=1,
    Acos "acos" 1..=1,
    Atan "atan" 1..=1,
    Atan2 "atan2" 2..=2,
    Exp "exp" 1..=1,
    Exp10 "exp10" 1..=1,
    Log "log" 1..=1,
    Log10 "log10" 1..=1,
    Pi "pi" 0..=0,
    Concat "concat" 0..=999,
    Join "join" 1..=999,
    StringLength "string-length" 0..=1,
    Contains "contains" 2..=2,
    StartsWith "starts-with" 2..=2,
    EndsWith "ends-with" 2..=2,
    Substr "substr" 2..=3,
    Substring "substring" 2..=3,
    SubstringBefore "substring-before" 2..=2,
    SubstringAfter "substring-after" 2..=2,
    NormalizeSpace "normalize-space" 0..=1,
    Translate "translate" 3..=3,
    Regex "regex" 2..=2,
    Count "count" 1..=1,
    CountNonEmpty "count-non-empty" 1..=1,
    Sum "sum" 1..=1,
    Min "min" 1..=999,
    Max "max" 1..=999,
    Position "position" 0..=1,
    Last "last" 0..=0,
    IndexedRepeat "indexed-repeat" 3..=7,
    Current "current" 0..=0,
    Instance "instance" 1..=1,
    Pulldata "pulldata" 4..=4,
    Today "today" 0..=0,
    Now "now" 0..=0,
    Date "date" 1..=1,
    DateTime "date-time" 1..=1,
    FormatDate "format-date" 2..=2,
    FormatDateTime "format-date-time" 2..=2,
    DecimalDateTime "decimal-date-time" 1..=1,
    DecimalTime "decimal-time" 1..=1,
    Uuid "uuid" 0..=1,
    Random "random" 0..=0,
    Checklist "checklist" 2..=999,
    WeightedChecklist "weighted-checklist" 2..=999,
}
