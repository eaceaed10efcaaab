using GenesysLambdas.Local.SecretsManager;

namespace GenesysLambdas.Local.Page.Masking;

/// <summary>Masks all current and earlier secret values. Rebuilds the mask only if a value was added.</summary>
internal sealed class SecretMasks(SecretStore secrets)
{
    private readonly Lock _lock = new();
    private readonly HashSet<string> _values = new(StringComparer.Ordinal);
    private SecretMask _mask = new([]);

    public SecretMask Current
    {
        get
        {
            lock (_lock)
            {
                var count = _values.Count;
                _values.UnionWith(secrets.ListEvenDeleted().SelectMany(secret => secret.Versions)
                    .Select(version => version.Value.Text ?? version.Value.Binary ?? ""));
                return _values.Count == count ? _mask : _mask = new SecretMask(_values);
            }
        }
    }
}
