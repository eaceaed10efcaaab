namespace System.Runtime.CompilerServices;

// The compiler needs it for records, and netstandard2.0 lacks it.
internal static class IsExternalInit;
