using System.Text.RegularExpressions;
using GenesysLambdas.Cli.Generation;

namespace GenesysLambdas.Cli.Page;

/// <summary>The requests saved in the repository, which AWS's Lambda Test Tool offers, too.</summary>
/// <param name="root">The repository's folder.</param>
internal sealed partial class SavedRequests(string root)
{
    /// <summary>The saved requests of a lookup, by name.</summary>
    public IReadOnlyList<string> Names(string lookup)
    {
        var folder = Path.Combine(root, new LookupFiles(lookup).SavedRequests);
        return Directory.Exists(folder)
            ? [.. Directory.EnumerateFiles(folder, "*.json").Select(file => Path.GetFileNameWithoutExtension(file)).Where(name => NamePattern().IsMatch(name)).Order(StringComparer.Ordinal)]
            : [];
    }

    public async Task<byte[]> ReadAsync(string lookup, string name)
    {
        var path = PathOf(lookup, name);
        return File.Exists(Path.Combine(root, path)) ? await File.ReadAllBytesAsync(Path.Combine(root, path)) : throw PageException.NotFound($"There is no file {path}.");
    }

    /// <summary>Saves a request.</summary>
    /// <returns>Its path from the root.</returns>
    public async Task<string> WriteAsync(string lookup, string name, byte[] json, bool replace)
    {
        var path = PathOf(lookup, name);
        var folder = Path.GetDirectoryName(Path.Combine(root, path))!;
        if (!Directory.Exists(Path.GetDirectoryName(folder)))
        {
            throw PageException.Conflict($"There is no folder {Path.GetDirectoryName(new LookupFiles(lookup).SavedRequests)} here: start 'serve' in the repository's folder, or name that with --root.");
        }

        Directory.CreateDirectory(folder);
        try
        {
            await using var file = new FileStream(Path.Combine(root, path), replace ? FileMode.Create : FileMode.CreateNew, FileAccess.Write);
            await file.WriteAsync(json);
            if (json is not [.., (byte)'\n'])
            {
                file.WriteByte((byte)'\n');
            }

            return path;
        }
        catch (IOException) when (!replace && File.Exists(Path.Combine(root, path)))
        {
            throw PageException.Conflict($"{path} exists: choose another name, or replace it.");
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw PageException.Conflict($"Cannot write {path}: {exception.Message}");
        }
    }

    private static string PathOf(string lookup, string name) => NamePattern().IsMatch(name)
        ? $"{new LookupFiles(lookup).SavedRequests}/{name}.json"
        : throw PageException.Invalid("A saved request's name has up to 64 lower-case letters, digits and single hyphens, such as unknown-city.");

    [GeneratedRegex(@"\A(?=.{1,64}\z)[a-z0-9]+(-[a-z0-9]+)*\z", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex NamePattern();
}
