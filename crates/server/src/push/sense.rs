//! Whether a body can be read as its kind. What cannot would stop every laptop that pulls it.

use domain::entities::*;
use domain::{Body, Kind};

/// Whether `body` has the fields that its kind needs, in their types. Unknown fields are welcome.
pub fn makes_sense(kind: &Kind, body: &Body) -> bool {
    fn reads<E: Entity>(body: &Body) -> bool {
        E::from_body(body).is_ok()
    }
    match kind {
        Kind::Municipality | Kind::Other(_) => true,
        Kind::Neighbourhood => reads::<Neighbourhood>(body),
        Kind::User => reads::<User>(body),
        Kind::Form => reads::<Form>(body),
        Kind::Household => reads::<Household>(body),
        Kind::Resident => reads::<Resident>(body),
        Kind::Attempt => reads::<Attempt>(body),
        Kind::Visit => reads::<Visit>(body),
        Kind::HelpRequest => reads::<HelpRequest>(body),
        Kind::HelpRequestDetail => reads::<HelpRequestDetail>(body),
        Kind::SharedDetail => reads::<SharedDetail>(body),
        Kind::HelpEvent => reads::<HelpEvent>(body),
        Kind::Referral => reads::<Referral>(body),
        Kind::Danger => reads::<Danger>(body),
        Kind::LeafletGiven => reads::<LeafletGiven>(body),
        Kind::Review => reads::<Review>(body),
        Kind::Comment => reads::<Comment>(body),
        Kind::Revision => reads::<Revision>(body),
        Kind::Round => reads::<Round>(body),
        Kind::Assignment => reads::<Assignment>(body),
        Kind::SetAside => reads::<domain::SetAside>(body),
    }
}
