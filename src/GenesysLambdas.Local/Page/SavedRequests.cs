using System.Text.RegularExpressions;
using GenesysLambdas.Local.Page.Http;
using GenesysLambdas.Tooling.Files;

namespace GenesysLambdas.Local.Page;

/// <summary>
/// The saved requests in the repository, which AWS's Lambda Test Tool also shows. Symbolic links that lead out of the folder are not followed, because
/// another user may have created them.
/// </summary>
internal sealed partial class SavedRequests(string root)
{
    public IReadOnlyList<string> Names(string lookup)
    {
        var path = LookupFiles.SavedRequestsOf(lookup);
        return Real(path) is { } folder && Directory.Exists(folder)
            ?
            [
                .. Directory.EnumerateFiles(folder, "*.json").Select(file => Path.GetFileNameWithoutExtension(file))
                    .Where(name => NamePattern().IsMatch(name) && Real($"{path}/{name}.json") is not null)
                    .Order(StringComparer.Ordinal),
            ]
            : [];
    }

    public async Task<byte[]> ReadAsync(string lookup, string name)
    {
        var path = PathOf(lookup, name);
        var real = RealOrRefuse(path);
        return File.Exists(real) ? await File.ReadAllBytesAsync(real) : throw PageException.NotFound($"There is no file {path}.");
    }

    /// <returns>The path relative to the root.</returns>
    public async Task<string> WriteAsync(string lookup, string name, byte[] json, bool replace)
    {
        var path = PathOf(lookup, name);
        if (!Directory.Exists(Path.Combine(root, LookupFiles.SavedRequestsFolder)))
        {
            throw PageException.Conflict(
                $"There is no folder {LookupFiles.SavedRequestsFolder} here: start 'serve' in the repository's folder, or specify that folder with --root.");
        }

        var real = RealOrRefuse(path);
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(real)!);
            await using var file = new FileStream(real, replace ? FileMode.Create : FileMode.CreateNew, FileAccess.Write);
            await file.WriteAsync(json);
            if (json is not [.., (byte)'\n'])
            {
                file.WriteByte((byte)'\n');
            }

            return path;
        }
        catch (IOException) when (!replace && File.Exists(real))
        {
            throw PageException.Conflict($"{path} exists: choose another name, or replace it.");
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw PageException.Conflict($"Cannot write {path}: {exception.Message}");
        }
    }

    /// <summary>Resolves links; null if the path leads out of the folder.</summary>
    private string? Real(string path) =>
        RealPath.Of(root) is { } realRoot && RealPath.Of(Path.Combine(realRoot, path)) is { } real
        && RealPath.IsInside(real, Path.GetFullPath(LookupFiles.SavedRequestsFolder, realRoot)) ? real : null;

    private string RealOrRefuse(string path) =>
        Real(path) ?? throw PageException.Conflict(
            $"{path} leads out of {LookupFiles.SavedRequestsFolder} through a symbolic link, which is not followed: replace the link with a file.");

    private static string PathOf(string lookup, string name) => DeviceName.Is(name)
        ? throw PageException.Invalid($"A saved request cannot be called {name}: Windows reserves that name for a device.")
        : NamePattern().IsMatch(name) ? $"{LookupFiles.SavedRequestsOf(lookup)}/{name}.json"
        : throw PageException.Invalid("The name must be up to 64 lower-case letters, digits and single hyphens, such as unknown-city.");

    [GeneratedRegex(@"\A(?=.{1,64}\z)[a-z0-9]+(-[a-z0-9]+)*\z", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex NamePattern();
}
