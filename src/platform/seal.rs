//! Sealing replies and opening them, by the browser's own cryptography (`docs/spec/reply.md`, "The seal").
//!
//! <https://developer.mozilla.org/docs/Web/API/SubtleCrypto>. It is there on secure pages only; P-256, HKDF and AES-GCM are
//! in every browser that has WebAssembly.

use core::future::Future;
use core::pin::Pin;

use js_sys::{Promise, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

use super::js;
use crate::codec::report::{OwnKey, Sealed};
use crate::domain::shared::ReplyKey;

/// What the secret of a seal is bound to.
const INFO: &[u8] = b"unknot reply 1";
/// How a point begins whose both coordinates follow.
const POINT: u8 = 4;

/// Why something cannot be sealed or opened.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SealError {
    /// The browser has no cryptography for this page.
    Unsupported,
    /// None of the keys here opens it.
    WrongKey,
    /// The key that it names is none.
    Damaged,
    /// The browser keeps no key.
    NotKept,
}

/// An answer of the browser; boxed, so that what waits is compiled once.
pub type Answer<'a, T> = Pin<Box<dyn Future<Output = Result<T, SealError>> + 'a>>;

/// Makes a key of one's own.
///
/// # Errors
/// [`SealError::Unsupported`].
pub fn make_key() -> Answer<'static, OwnKey> {
    Box::pin(async {
        let pair = new_pair(true).await.or(Err(SealError::Unsupported))?;
        let private = js::get(&pair, "privateKey");
        let key = ask("exportKey", &["jwk".into(), private]).await;
        let key = key.or(Err(SealError::Unsupported))?;
        let [x, y, secret] = ["x", "y", "d"].map(|name| js::text(&key, name).unwrap_or_default());
        OwnKey::of(&x, &y, &secret).ok_or(SealError::Unsupported)
    })
}

/// Seals bytes so that only the owner of a key can open them.
///
/// # Errors
/// [`SealError::Unsupported`], or [`SealError::Damaged`] where `to` is no key.
pub fn seal<'a>(to: &'a ReplyKey, bytes: &'a [u8]) -> Answer<'a, Sealed> {
    Box::pin(async move { sealed(to, bytes).await.map_err(|error| reason(&error)) })
}

/// Opens what was sealed to a key.
///
/// # Errors
/// [`SealError`].
pub fn open<'a>(own: &'a OwnKey, sealed: &'a Sealed) -> Answer<'a, Vec<u8>> {
    Box::pin(async move { opened(own, sealed).await.map_err(|error| reason(&error)) })
}

async fn sealed(to: &ReplyKey, bytes: &[u8]) -> Result<Sealed, JsValue> {
    let theirs = public(to).await?;
    let pair = new_pair(false).await?;
    let point = ask("exportKey", &["raw".into(), js::get(&pair, "publicKey")]).await?;
    let point = Uint8Array::new(&point).to_vec();
    let half = point.get(1..).and_then(|it| it.try_into().ok());
    let once = ReplyKey(half.ok_or(JsValue::UNDEFINED)?);
    let private = js::get(&pair, "privateKey");
    let key = key_of(&private, &theirs, (&once, to), "encrypt").await?;
    let sealed = ask("encrypt", &[how(), key, bytes_of(bytes)]).await?;
    Ok(Sealed { once, bytes: Uint8Array::new(&sealed).to_vec() })
}

async fn opened(own: &OwnKey, sealed: &Sealed) -> Result<Vec<u8>, JsValue> {
    let theirs = public(&sealed.once).await?;
    let [x, y, d] = own.parts().map(|it| JsValue::from_str(&it));
    let key =
        js::record(&[("kty", "EC".into()), ("crv", "P-256".into()), ("x", x), ("y", y), ("d", d)]);
    let uses = js::list(&["deriveBits".into()]).into();
    let private = ask("importKey", &["jwk".into(), key, curve(), false.into(), uses]).await?;
    let key = key_of(&private, &theirs, (&sealed.once, &own.public), "decrypt").await?;
    let opened = ask("decrypt", &[how(), key, bytes_of(&sealed.bytes)]).await?;
    Ok(Uint8Array::new(&opened).to_vec())
}

/// A public key as the browser takes it; refused where it is no point of the curve.
fn public(key: &ReplyKey) -> JsFuture {
    let point = bytes_of(&[&[POINT], key.0.as_slice()].concat());
    ask("importKey", &["raw".into(), point, curve(), false.into(), js::list(&[]).into()])
}

fn new_pair(may_leave: bool) -> JsFuture {
    ask("generateKey", &[curve(), may_leave.into(), js::list(&["deriveBits".into()]).into()])
}

/// The key that both ends come to, for the one message between them.
async fn key_of(
    private: &JsValue,
    theirs: &JsValue,
    (once, to): (&ReplyKey, &ReplyKey),
    usage: &str,
) -> Result<JsValue, JsValue> {
    let agree = js::record(&[("name", "ECDH".into()), ("public", theirs.clone())]);
    let secret = ask("deriveBits", &[agree, private.clone(), 256.into()]).await?;
    let uses = js::list(&["deriveKey".into()]).into();
    let plain =
        ask("importKey", &["raw".into(), secret, "HKDF".into(), false.into(), uses]).await?;
    let spread = js::record(&[
        ("name", "HKDF".into()),
        ("hash", "SHA-256".into()),
        ("salt", bytes_of(&[once.0, to.0].concat())),
        ("info", bytes_of(INFO)),
    ]);
    let kind = js::record(&[("name", "AES-GCM".into()), ("length", 256.into())]);
    let uses = js::list(&[usage.into()]).into();
    ask("deriveKey", &[spread, plain, kind, false.into(), uses]).await
}

/// The key is used once, so its nonce may be fixed.
fn how() -> JsValue {
    js::record(&[("name", "AES-GCM".into()), ("iv", bytes_of(&[0; 12]))])
}

fn curve() -> JsValue {
    js::record(&[("name", "ECDH".into()), ("namedCurve", "P-256".into())])
}

fn bytes_of(bytes: &[u8]) -> JsValue {
    Uint8Array::from(bytes).unchecked_into()
}

/// Asks the browser's cryptography; refused where there is none.
fn ask(name: &str, arguments: &[JsValue]) -> JsFuture {
    let subtle = js::get(&js::get(&js::window(), "crypto"), "subtle");
    JsFuture::from(match js::call(&subtle, name, arguments) {
        Ok(asked) => Promise::resolve(&asked),
        Err(error) => Promise::reject(&error),
    })
}

fn reason(error: &JsValue) -> SealError {
    match js::text(error, "name").as_deref() {
        Some("OperationError") => SealError::WrongKey,
        Some("DataError") => SealError::Damaged,
        Some(_) | None => SealError::Unsupported,
    }
}
