namespace GenesysLambdas.Local.Page.Http;

/// <summary>A request of the page that failed. The message tells the user what to do.</summary>
internal sealed class PageException(int status, string message) : Exception(message)
{
    public int Status { get; } = status;

    public static PageException Invalid(string message) => new(StatusCodes.Status400BadRequest, message);

    public static PageException NotFound(string message) => new(StatusCodes.Status404NotFound, message);

    public static PageException Conflict(string message) => new(StatusCodes.Status409Conflict, message);
}
