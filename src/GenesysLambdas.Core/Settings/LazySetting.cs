using System.Diagnostics.CodeAnalysis;

namespace GenesysLambdas.Core.Settings;

/// <summary>
/// A setting that every function shares. If it is malformed, the answer is a ConfigurationError, and until that is written there must be
/// another value in its place.
/// </summary>
/// <param name="fallback">The value in place of a malformed one.</param>
internal sealed class LazySetting<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicParameterlessConstructor)] T>(Func<T> read, T fallback)
{
    private readonly Lazy<T> _value = new(read);

    public T ValueOrFallback
    {
        get
        {
            try
            {
                return _value.Value;
            }
            catch (LookupException)
            {
                return fallback;
            }
        }
    }

    public void Check() => _ = _value.Value;
}
