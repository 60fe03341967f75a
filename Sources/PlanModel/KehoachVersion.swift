/// The version of the program.
public enum KehoachVersion {
  /// The version, as in `kehoach --version`.
  public static let current = "0.1.0"
}
