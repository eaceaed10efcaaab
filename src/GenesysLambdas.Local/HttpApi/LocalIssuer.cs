using System.Security.Claims;
using System.Security.Cryptography;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace GenesysLambdas.Local.HttpApi;

/// <summary>A local identity provider. Its key lives as long as the program.</summary>
/// <param name="audience">The audience of its tokens: the suite's name.</param>
public sealed class LocalIssuer(string audience) : IDisposable
{
    internal const string Name = "https://issuer.localhost";

    private readonly RSA _key = RSA.Create(2048);

    internal string Audience => audience;

    internal SecurityKey Key => new RsaSecurityKey(_key) { KeyId = "local" };

    /// <summary>Creates a valid token.</summary>
    public string CreateToken(TimeProvider time)
    {
        var now = time.GetUtcNow().UtcDateTime;
        return new JsonWebTokenHandler().CreateToken(new SecurityTokenDescriptor
        {
            Issuer = Name,
            Audience = audience,
            Subject = new ClaimsIdentity([new Claim("sub", "local")]),
            IssuedAt = now,
            NotBefore = now,
            Expires = now.AddHours(12),
            SigningCredentials = new SigningCredentials(Key, SecurityAlgorithms.RsaSha256),
        });
    }

    public void Dispose() => _key.Dispose();
}
