namespace Amazon.Lambda.Core;

/// <summary>The application that invoked the function, as the AWS mobile SDKs describe it.</summary>
public interface IClientApplication
{
    /// <summary>The application's package.</summary>
    string? AppPackageName { get; }

    /// <summary>The application's title.</summary>
    string? AppTitle { get; }

    /// <summary>The application's version code.</summary>
    string? AppVersionCode { get; }

    /// <summary>The application's version.</summary>
    string? AppVersionName { get; }

    /// <summary>The id of this installation of the application.</summary>
    string? InstallationId { get; }
}
