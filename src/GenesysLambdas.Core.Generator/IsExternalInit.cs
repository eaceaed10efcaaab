namespace System.Runtime.CompilerServices;

// Records need it, and netstandard2.0, which a generator is built for, lacks it.
internal static class IsExternalInit;
