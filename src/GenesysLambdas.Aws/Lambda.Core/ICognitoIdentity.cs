namespace Amazon.Lambda.Core;

/// <summary>The caller's Amazon Cognito identity.</summary>
public interface ICognitoIdentity
{
    /// <summary>The identity's id.</summary>
    string? IdentityId { get; }

    /// <summary>The id of the pool the identity is in.</summary>
    string? IdentityPoolId { get; }
}
