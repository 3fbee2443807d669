//! What a scene says about the instance alone.

/// Fields say what differs from the everyday instance, and are read by the parts that they are about.
#[derive(Debug)]
pub struct Situation {
    /// Active users besides the everyday ones: `user.00001` and so on, with the e-mail addresses that go with it.
    pub crowd: u32,
}

/// Everything is in place.
pub const EVERYDAY: Situation = Situation { crowd: 0 };
