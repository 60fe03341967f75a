import Foundation

/// NFC by Foundation: not the library's own.
func nfc(_ text: String) -> String { text.precomposedStringWithCanonicalMapping }

/// NFD by Foundation.
func nfd(_ text: String) -> String { text.decomposedStringWithCanonicalMapping }
