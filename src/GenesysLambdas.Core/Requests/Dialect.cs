namespace GenesysLambdas.Requests;

/// <summary>The shape a request was sent in; the answer has the shape that goes with it.</summary>
public enum Dialect
{
    /// <summary>A flat map of inputs, as Genesys Cloud's default templates send; the answer is the outputs, flat.</summary>
    Flat,

    /// <summary><c>{"inputs": {...}}</c>, the suite's own; the answer is <c>{"result": {...}}</c>.</summary>
    Inputs,

    /// <summary><c>{"data": {...}}</c>, as web services send; the answer is <c>{"status": n, "result": {...}}</c>.</summary>
    Data,
}
