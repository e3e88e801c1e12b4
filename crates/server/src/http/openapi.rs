//! `GET /openapi.json`: what can be asked, in OpenAPI 3.1. The messages are described by their own types; what is said
//! here is which message goes where. docs/PROTOCOL.md says what they mean and what a client must do.

use super::{PATH_HEALTH, PATH_METRICS, PATH_OPENAPI, Route};
use protocol::{
    Enrol, Enrolled, Hello, PAGES, PATH_ENROL, PATH_EVENTS, PATH_HELLO, PATH_PULL, PATH_PUSH, PROTOCOL,
    PROTOCOL_HEADER, Pull, Pulled, Push, Pushed, Refusal, ZSTD,
};
use schemars::generate::SchemaSettings;
use schemars::{JsonSchema, SchemaGenerator};
use serde_json::{Map, Value, json};

/// Where the schemas of messages are found.
const SCHEMAS: &str = "/components/schemas";
const JSON: &str = "application/json";

/// The whole description.
pub fn describe(routes: &[Route]) -> Value {
    let mut schemas = SchemaSettings::draft2020_12().with(|s| s.definitions_path = SCHEMAS.into()).into_generator();
    let mut paths = Map::new();
    for route in routes {
        let mut operation = operation(route.path, &mut schemas);
        if route.versioned {
            operation["parameters"] = json!([{ "$ref": "#/components/parameters/Version" }]);
        }
        let method = route.method.as_str().to_ascii_lowercase();
        paths.insert(route.path.to_owned(), json!({ method: operation }));
    }
    json!({
        "openapi": "3.1.0",
        "info": {
            "title": "Hoe gaat het?",
            "version": PROTOCOL.to_string(),
            "summary": "Between the laptops of social workers and the server of their municipality",
            "description": "JSON in UTF-8 over HTTPS. A body may be packed with zstd (`Content-Encoding: zstd`); who \
                            speaks version 2 of the protocol gets packed answers wherever that makes them smaller. \
                            Fields that are not known are to be ignored in messages and kept in bodies. \
                            docs/PROTOCOL.md says what a client must do.",
        },
        "paths": paths,
        "components": {
            "schemas": schemas.take_definitions(true),
            "securitySchemes": { "laptop": {
                "type": "http", "scheme": "bearer", "description": "The token that the laptop got when it was enrolled",
            } },
            "parameters": { "Version": {
                "name": PROTOCOL_HEADER, "in": "header", "required": true, "schema": { "type": "integer", "minimum": 1 },
                "description": "The version of the protocol that the client speaks",
            } },
        },
    })
}

fn operation(path: &str, schemas: &mut SchemaGenerator) -> Value {
    match path {
        PATH_HELLO => json!({
            "summary": "Which server this is and which versions it speaks",
            "responses": { "200": message::<Hello>(schemas, "The server") },
        }),
        PATH_ENROL => json!({
            "summary": "Makes a laptop known by a one-time code; asking again with the same enrolment is harmless",
            "requestBody": question::<Enrol>(schemas),
            "responses": refused(
                schemas,
                "200",
                |schemas| message::<Enrolled>(schemas, "The laptop's id and its token, told this once"),
                &["400", "403", "410", "413", "426", "429", "503"],
            ),
        }),
        PATH_PUSH => json!({
            "summary": "Sends changes; each gets one verdict, all of them durable",
            "security": [{ "laptop": [] }],
            "requestBody": question::<Push>(schemas),
            "responses": refused(
                schemas,
                "200",
                |schemas| message::<Pushed>(schemas, "A verdict for each change, in the same order"),
                &["400", "401", "403", "409", "413", "426", "429", "503"],
            ),
        }),
        PATH_PULL => pull(schemas),
        PATH_EVENTS => json!({
            "summary": "Says when there is something new to pull, for as long as both sides live",
            "security": [{ "laptop": [] }],
            "responses": refused(
                schemas,
                "200",
                |_| json!({
                    "description": "`data: look` whenever there is something new, a comment at least every 25 seconds",
                    "content": { "text/event-stream": { "schema": { "type": "string" } } },
                }),
                &["400", "401", "403", "426", "429", "503"],
            ),
        }),
        PATH_HEALTH => json!({
            "summary": "Whether the server and its database answer",
            "responses": refused(schemas, "200", |_| text("The text `ok`", "text/plain"), &["429", "503"]),
        }),
        PATH_METRICS => json!({
            "summary": "Figures for Prometheus; to this machine alone",
            "responses": { "200": text("The figures", "application/openmetrics-text"), "404": { "description": "Asked from elsewhere" } },
        }),
        PATH_OPENAPI => json!({
            "summary": "This description",
            "responses": { "200": { "description": "OpenAPI 3.1", "content": { JSON: { "schema": { "type": "object" } } } } },
        }),
        _ => Value::Null,
    }
}

fn pull(schemas: &mut SchemaGenerator) -> Value {
    let page = schemas.subschema_for::<Pulled>();
    json!({
        "summary": "Brings the current states after a cursor",
        "security": [{ "laptop": [] }],
        "requestBody": question::<Pull>(schemas),
        "responses": refused(
            schemas,
            "200",
            |_| json!({
                "description": "Pages, one Pulled a line, as one zstd stream that is flushed after each; to version 1 \
                                one Pulled",
                "headers": { "Content-Encoding": { "schema": { "const": ZSTD } } },
                "content": { PAGES: { "schema": page }, JSON: { "schema": page } },
            }),
            &["204", "400", "401", "403", "413", "426", "429", "503"],
        ),
    })
}

/// A body, packed or not.
fn question<T: JsonSchema>(schemas: &mut SchemaGenerator) -> Value {
    json!({ "required": true, "content": { JSON: { "schema": schemas.subschema_for::<T>() } } })
}

fn message<T: JsonSchema>(schemas: &mut SchemaGenerator, description: &str) -> Value {
    json!({ "description": description, "content": { JSON: { "schema": schemas.subschema_for::<T>() } } })
}

fn text(description: &str, kind: &str) -> Value {
    json!({ "description": description, "content": { kind: { "schema": { "type": "string" } } } })
}

/// The good answer, and the others that there may be.
fn refused(
    schemas: &mut SchemaGenerator,
    good: &str,
    answer: impl FnOnce(&mut SchemaGenerator) -> Value,
    others: &[&str],
) -> Value {
    let mut responses = Map::from_iter([(good.to_owned(), answer(schemas))]);
    for status in others {
        let mut response = match *status {
            "204" => json!({ "description": "Nothing new: the cursor sent is as good as a newer one" }),
            _ => message::<Refusal>(schemas, meaning(status)),
        };
        if *status == "429" {
            response["headers"] = json!({ "Retry-After": {
                "description": "Not before so many seconds have passed", "schema": { "type": "integer" },
            } });
        }
        responses.insert((*status).to_owned(), response);
    }
    responses.into()
}

/// Which refusals come with a status.
fn meaning(status: &str) -> &'static str {
    match status {
        "400" => "`malformed`",
        "401" => "`unauthenticated`",
        "403" => "`revoked`; when enrolling also `wrong_code`",
        "409" => "`other_epoch` or `cloned`",
        "410" => "`used_code` or `expired_code`",
        "413" => "`too_large`",
        "426" => "`upgrade_required`",
        "429" => "`too_many_requests`",
        _ => "`unavailable`: nothing was stored",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::http::routes;

    #[test]
    fn every_route_is_described_and_nothing_else() {
        let described = describe(&routes());
        let paths = described["paths"].as_object().expect("paths");
        assert_eq!(paths.len(), routes().len());
        for route in routes() {
            let operation = &paths[route.path][route.method.as_str().to_ascii_lowercase()];
            assert!(operation["summary"].is_string() && operation["responses"]["200"].is_object(), "{}", route.path);
            assert_eq!(operation["parameters"].is_array(), route.versioned, "{}", route.path);
        }
    }
}
