using System.Text;

namespace GenesysLambdas.Publishing.Tests.Terraform.Provider;

/// <summary>Reads as much of Terraform's language as the files use, and throws <see cref="FormatException"/> at the rest.</summary>
internal sealed class HclReader
{
    // All of them give a bool, so it does not matter which binds the tighter.
    private static readonly string[] Operators = ["==", "!=", "&&", "||"];

    private readonly HclText _text;

    private HclReader(string text) => _text = new HclText(text);

    public static HclBody Read(string text)
    {
        var reader = new HclReader(text);
        return reader.Body(() => reader._text.Next == '\0');
    }

    private HclBody Body(Func<bool> ends)
    {
        var arguments = new Dictionary<string, HclExpression>();
        var blocks = new List<HclBlock>();
        for (_text.SkipLines(); !ends(); _text.SkipLines())
        {
            var name = _text.Name();
            if (_text.Takes("="))
            {
                _text.Demand(arguments.TryAdd(name, Expression()), $"only one '{name}'");
            }
            else
            {
                blocks.Add(Block(name));
            }

            _text.Skip();
            _text.Demand(_text.Next is '\n' or '\0', "the end of the line");
        }

        return new HclBody(arguments, blocks);
    }

    private HclBlock Block(string type)
    {
        var labels = new List<string>();
        while (!_text.Takes("{"))
        {
            labels.Add(String().Text);
        }

        return new HclBlock(type, labels, Body(() => _text.Takes("}")));
    }

    private HclExpression Expression()
    {
        var expression = Operand();
        while (Operators.FirstOrDefault(_text.Takes) is { } name)
        {
            expression = new HclExpression(HclKind.Operation, name, expression, Operand());
        }

        if (!_text.Takes("?"))
        {
            return expression;
        }

        var whenTrue = Expression();
        _text.Demand(_text.Takes(":"), "':'");
        return new HclExpression(HclKind.Conditional, "?", expression, whenTrue, Expression());
    }

    private HclExpression Operand()
    {
        _text.Skip();
        return _text.Next switch
        {
            '"' => String(),
            '{' => Object(),
            '[' => new HclExpression(HclKind.Tuple, "", List("[", "]")),
            '!' when _text.Takes("!") => new HclExpression(HclKind.Operation, "!", Operand()),
            '-' or (>= '0' and <= '9') => new HclExpression(HclKind.Number, _text.Run(character => char.IsAsciiDigit(character) || character is '-' or '.')),
            _ => Named(),
        };
    }

    private HclExpression Named()
    {
        var name = _text.Name();
        if (name is "true" or "false" or "null")
        {
            return new HclExpression(name == "null" ? HclKind.Null : HclKind.Bool, name);
        }

        if (_text.Next == '(')
        {
            return new HclExpression(HclKind.Call, name, List("(", ")"));
        }

        while (_text.Takes("."))
        {
            name += $".{_text.Name()}";
        }

        return new HclExpression(HclKind.Reference, name);
    }

    private List<HclExpression> List(string open, string close) => _text.Within(open, isAcrossLines: true, () =>
    {
        var items = new List<HclExpression>();
        while (!_text.Takes(close))
        {
            _text.Demand(items.Count == 0 || _text.Takes(","), "','");
            items.Add(Expression());
        }

        return items;
    });

    private HclExpression Object() => _text.Within("{", isAcrossLines: false, () =>
    {
        var members = new List<HclExpression>();
        for (_text.SkipLines(); !_text.Takes("}"); _text.SkipLines())
        {
            var key = _text.Next == '"' ? String().Text : _text.Name();
            _text.Demand(_text.Takes("="), "'='");
            members.Add(new HclExpression(HclKind.Member, key, Expression()));
            _text.Demand(_text.Takes(",") || _text.Next is '\n' or '}', "',' or the end of the line");
        }

        return new HclExpression(HclKind.Object, "", members);
    });

    private HclExpression String()
    {
        _text.Demand(_text.Takes("\""), "a string");
        var value = new StringBuilder();
        var interpolations = new List<HclExpression>();
        while (_text.Next != '"')
        {
            if (_text.StartsWith("${"))
            {
                _text.Takes("$");
                interpolations.Add(_text.Within("{", isAcrossLines: true, Expression));
                _text.Demand(_text.Takes("}"), "'}'");
            }
            else
            {
                value.Append(_text.Character());
            }
        }

        _text.Takes("\"");
        return new HclExpression(HclKind.String, value.ToString(), interpolations);
    }
}
