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
const CURVE: &str = "P-256";
const AES: &str = "AES-GCM";
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
    /// The browser keeps no key, or hands none out now.
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
        let pair = ask("generateKey", &[curve(), true.into(), uses("deriveBits")]).await;
        let pair = pair.or(Err(SealError::Unsupported))?;
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
    Box::pin(async move { crypt(None, to, bytes).await.map_err(|error| reason(&error)) })
}

/// Opens what was sealed to a key.
///
/// # Errors
/// [`SealError`].
pub fn open<'a>(own: &'a OwnKey, sealed: &'a Sealed) -> Answer<'a, Vec<u8>> {
    Box::pin(async move {
        let opened = crypt(Some(own), &sealed.once, &sealed.bytes).await;
        opened.map(|it| it.bytes).map_err(|error| reason(&error))
    })
}

/// Seals to `other` with a key that is made for this once; or opens, with `own`, what was sealed with `other`.
///
/// Both ends do the same but for where the private key comes from, so it is one function: each that waits costs room.
async fn crypt(own: Option<&OwnKey>, other: &ReplyKey, bytes: &[u8]) -> Result<Sealed, JsValue> {
    let point = bytes_of(&[&[POINT], other.0.as_slice()].concat());
    // Refused where it is no point of the curve.
    let theirs = ask("importKey", &["raw".into(), point, curve(), false.into(), uses("")]).await?;
    let (private, once) = if let Some(own) = own {
        (ask("importKey", &private_key(own)).await?, *other)
    } else {
        let pair = ask("generateKey", &[curve(), false.into(), uses("deriveBits")]).await?;
        let point = ask("exportKey", &["raw".into(), js::get(&pair, "publicKey")]).await?;
        let half = Uint8Array::new(&point).to_vec().get(1..).and_then(|it| it.try_into().ok());
        (js::get(&pair, "privateKey"), ReplyKey(half.ok_or(JsValue::UNDEFINED)?))
    };
    let agree = js::record(&[("name", "ECDH".into()), ("public", theirs)]);
    let secret = ask("deriveBits", &[agree, private, 256.into()]).await?;
    let plain = ["raw".into(), secret, "HKDF".into(), false.into(), uses("deriveKey")];
    let plain = ask("importKey", &plain).await?;
    let to = own.map_or(other, |it| &it.public);
    let (usage, spread) = (if own.is_some() { "decrypt" } else { "encrypt" }, spread(&once, to));
    let kind = js::record(&[("name", AES.into()), ("length", 256.into())]);
    let key = ask("deriveKey", &[spread, plain, kind, false.into(), uses(usage)]).await?;
    // The key is used once, so its nonce may be fixed.
    let how = js::record(&[("name", AES.into()), ("iv", bytes_of(&[0; 12]))]);
    let done = ask(usage, &[how, key, bytes_of(bytes)]).await?;
    Ok(Sealed { once, bytes: Uint8Array::new(&done).to_vec() })
}

/// How one's own key is handed to the browser.
fn private_key(own: &OwnKey) -> [JsValue; 5] {
    let [x, y, d] = own.parts().map(|it| JsValue::from_str(&it));
    let fields = [("kty", "EC".into()), ("crv", CURVE.into()), ("x", x), ("y", y), ("d", d)];
    ["jwk".into(), js::record(&fields), curve(), false.into(), uses("deriveBits")]
}

/// How the secret of both ends becomes the key of one message.
fn spread(once: &ReplyKey, to: &ReplyKey) -> JsValue {
    js::record(&[
        ("name", "HKDF".into()),
        ("hash", "SHA-256".into()),
        ("salt", bytes_of(&[once.0, to.0].concat())),
        ("info", bytes_of(INFO)),
    ])
}

fn curve() -> JsValue {
    js::record(&[("name", "ECDH".into()), ("namedCurve", CURVE.into())])
}

/// What a key may be used for; nothing where it is empty.
fn uses(usage: &str) -> JsValue {
    let uses = [usage.into()];
    js::list(if usage.is_empty() { &[] } else { &uses }).into()
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
