using System.Security.Cryptography;
using GenesysLambdas.Local.Page.Http;
using GenesysLambdas.Local.SecretsManager;

namespace GenesysLambdas.Local.Page.Apis;

/// <summary>Changes the secrets of the external APIs, but never reveals their values.</summary>
internal sealed class ApiSecrets(SecretStore secrets, SuiteNames names)
{
    // A rotation changes these members and keeps others, such as a user name.
    private static readonly string[] SecretMembers = ["token", "apiKey", "api_key", "password", "client_secret"];

    // The default of Secrets Manager.
    private static readonly TimeSpan RecoveryWindow = TimeSpan.FromDays(30);

    public bool Exists(string name) => secrets.List().Any(secret => secret.Name == name || secret.Arn == name);

    /// <summary>Replaces the token by a random one. From now on, the stand-in accepts only that.</summary>
    public void Rotate(LocalExternalApi api)
    {
        if (api.Target is not null || api.DirectAddress is not null)
        {
            throw PageException.Conflict($"{api.Name} is a real API now: rotate its secret there.");
        }

        Use(api, secret => secret.Put(new SecretValue(Rotated(secret.Get().Value.Text ?? ""))));
    }

    public void Delete(LocalExternalApi api) => Use(api, secret => secret.DeletionDate = DateTimeOffset.UtcNow + RecoveryWindow);

    public void Restore(LocalExternalApi api) => Change(api, name => secrets.UseEvenDeleted(name, secret => secret.DeletionDate = null));

    /// <summary>Stores a real API's secret next to the stand-in's.</summary>
    public string StoreForTarget(string api, string value)
    {
        var name = names.SecretOf(api) + "-target";
        secrets.Set(name, new SecretValue(value), $"The secret for the real {api}, entered on the page.");
        return name;
    }

    private void Use<T>(LocalExternalApi api, Func<StoredSecret, T> use) => Change(api, name => secrets.Use(name, use));

    private static void Change<T>(LocalExternalApi api, Func<string, T> change)
    {
        var name = api.SecretName ?? throw PageException.Conflict($"{api.Name} has no secret in the local Secrets Manager.");
        try
        {
            change(name);
        }
        catch (SecretsManagerException exception) when (exception.Type == "ResourceNotFoundException")
        {
            throw PageException.NotFound($"The secret {name} does not exist: create it with 'aws secretsmanager create-secret'.");
        }
        catch (SecretsManagerException)
        {
            throw PageException.Conflict($"The secret {name} is deleted: restore it first.");
        }
    }

    private static string Rotated(string value)
    {
        if (UntrustedJson.Node(value) is not JsonObject members)
        {
            return NewToken();
        }

        foreach (var member in SecretMembers.Where(members.ContainsKey))
        {
            members[member] = NewToken();
        }

        return members.ToJsonString();
    }

    private static string NewToken() => "rotated-" + RandomNumberGenerator.GetHexString(32, lowercase: true);
}
