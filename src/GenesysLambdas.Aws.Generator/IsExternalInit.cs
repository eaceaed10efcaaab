namespace System.Runtime.CompilerServices;

// The compiler asks for it to make records, and netstandard2.0 lacks it.
internal static class IsExternalInit;
