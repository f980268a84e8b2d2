"""The pages of docs/reference, made from the program itself (参考文档)."""
