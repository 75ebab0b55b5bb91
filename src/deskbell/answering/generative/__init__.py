"""The answerer that words its answers with a language model: prompt, checking, streaming. It owns no rule of the product."""
