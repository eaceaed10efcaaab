namespace Amazon.Lambda.Annotations;

/// <summary>How a function is deployed.</summary>
public enum LambdaPackageType
{
    /// <summary>As a zip archive.</summary>
    Zip = 0,

    /// <summary>As a container image.</summary>
    Image = 1,
}
