namespace GenesysLambdas.Local.Tests.SecretsManager.Api;

/// <summary>Parameters and limits are from https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_GetRandomPassword.html.</summary>
public class PasswordTests
{
    [Theory]
    [InlineData("{}", "^[!-~]{32}$")]
    [InlineData("""{"PasswordLength":4}""", "^[!-~]{4}$")]
    [InlineData("""{"PasswordLength":4096}""", "^[!-~]{4096}$")]
    [InlineData("""{"ExcludePunctuation":true}""", "^[A-Za-z0-9]{32}$")]
    [InlineData("""{"ExcludePunctuation":true,"ExcludeNumbers":true,"ExcludeUppercase":true}""", "^[a-z]{32}$")]
    [InlineData("""{"ExcludeLowercase":true,"ExcludeUppercase":true,"ExcludePunctuation":true,"PasswordLength":1}""", "^[0-9]$")]
    [InlineData("""{"ExcludeCharacters":"0123456789","ExcludePunctuation":true}""", "^[A-Za-z]{32}$")]
    [InlineData("""{"IncludeSpace":true,"ExcludePunctuation":true,"ExcludeNumbers":true,"ExcludeUppercase":true,"ExcludeLowercase":true}""", "^ {32}$")]
    [InlineData("""{"RequireEachIncludedType":false,"PasswordLength":1}""", "^[!-~]$")]
    public async Task A_password_has_the_requested_length_and_characters(string body, string pattern)
    {
        await using var emulator = await TestEmulator.StartAsync();

        Assert.Matches(pattern, (string?)(await emulator.DoAsync("GetRandomPassword", body))["RandomPassword"]);
    }

    [Fact]
    public async Task Passwords_differ_and_have_every_type_of_character()
    {
        await using var emulator = await TestEmulator.StartAsync();
        var passwords = new List<string>();
        for (var i = 0; i < 50; i++)
        {
            passwords.Add((string)(await emulator.DoAsync("GetRandomPassword", """{"PasswordLength":8}"""))["RandomPassword"]!);
        }

        Assert.All(passwords, password =>
        {
            Assert.Contains(password, char.IsAsciiLetterLower);
            Assert.Contains(password, char.IsAsciiLetterUpper);
            Assert.Contains(password, char.IsAsciiDigit);
            Assert.Contains(password, character => !char.IsAsciiLetterOrDigit(character));
        });
        Assert.Distinct(passwords);
    }

    [Theory]
    [InlineData("""{"PasswordLength":0}""", "ValidationException")]
    [InlineData("""{"PasswordLength":4097}""", "ValidationException")]
    [InlineData("""{"PasswordLength":3}""", "InvalidParameterException")]
    [InlineData("""{"PasswordLength":"8"}""", "InvalidParameterException")]
    [InlineData("""{"ExcludePunctuation":true,"ExcludeNumbers":true,"ExcludeUppercase":true,"ExcludeLowercase":true}""", "InvalidParameterException")]
    [InlineData("""{"ExcludeNumbers":true,"ExcludeUppercase":true,"ExcludeLowercase":true,"ExcludeCharacters":"!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~"}""", "InvalidParameterException")]
    [InlineData("""{"ExcludeNumbers":"yes"}""", "InvalidParameterException")]
    public async Task Impossible_passwords_are_refused(string body, string type)
    {
        await using var emulator = await TestEmulator.StartAsync();

        Assert.Equal(type, await emulator.FailAsync("GetRandomPassword", body));
    }
}
